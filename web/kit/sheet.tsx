import type { SheetProps } from './dialog-props.ts'
import { later } from './later.tsx'

/** A pane that slides over the right side where there is no room beside. */
export const Sheet = later<SheetProps>(() => import('./sheet-frame.tsx'))
