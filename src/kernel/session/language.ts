/** The language of the cells, as a kernel tells it and as a notebook's file names it. */
export const LANGUAGE = {name: "typescript", file_extension: ".ts", mimetype: "text/typescript"} as const;
