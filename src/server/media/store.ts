export type MediaStore = { readonly x: 1 }
