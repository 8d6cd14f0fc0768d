/**
 * What every board shows beside its diagram, as one part of the page: each file that is fetched is a way to the server and back, and these
 * are all needed as soon as the diagram is there.
 */
export { BoardExtras } from './BoardExtras.tsx';
export { BoardLayer } from './BoardLayer.tsx';
export { BoardWorkshop } from './BoardWorkshop.tsx';
export { Breadcrumb } from './diagrams/Breadcrumb.tsx';
export { Details } from './Details.tsx';
export { Banners } from './frame/Banners.tsx';
export { Left } from './Left.tsx';
export { Seek } from './Seek.tsx';
