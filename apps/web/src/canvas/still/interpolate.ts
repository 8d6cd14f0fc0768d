/** Stands in the built page for d3-interpolate, of which React Flow's pan and zoom hands on these two and never runs them (transition.ts). */
export { interpolateNumber as interpolate, interpolateZoom } from 'd3-interpolate';
