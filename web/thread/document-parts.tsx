import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'

const PLACE = <div className="h-20 w-77 max-w-full" />

/** Documents come with what reads PDFs, when there is one to show. */
export const DocumentCard = later(
  withWords(() => import('./document-card.tsx')),
  PLACE,
)
export const DocumentHeader = later(
  withWords(() => import('./document-header.tsx')),
  PLACE,
)
