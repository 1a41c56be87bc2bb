const segment = encodeURIComponent;

/** Addresses of a version of a roadmap as files; `file`: its name with its ending, such as `roadmap.pdf`. */
export const roadmapFilePaths = {
  publishedFile: (slug: string, number: number, file: string) =>
    `/footprints/${segment(slug)}/roadmap/versions/${number}/files/${segment(file)}`,
  /** With what is withheld from the public. */
  versionFile: (slug: string, number: number, file: string) =>
    `/workspace/roadmaps/${segment(slug)}/versions/${number}/files/${segment(file)}`,
};
