import type { Media } from './media.ts'

/** What stands above the words: a line of text, or a file. */
export type Header = string | { readonly kind: 'image' | 'video' | 'document'; readonly media: Media }

/** The words around what can be tapped. */
export type Frame = { readonly header: Header | null; readonly body: string; readonly footer: string | null }
