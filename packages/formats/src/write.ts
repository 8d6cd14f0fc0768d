/** The way out by itself: all formats that can be written, and all of them as one archive. A page that only reads fetches none of it. */
export { type Archive, type ArchiveProgress, writeArchive } from './archive/write-archive.ts';
export { exportCodecs, findExportCodec } from './codecs.ts';
