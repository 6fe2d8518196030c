import { Trans } from '@lingui/react/macro'
import { Download } from 'lucide-react'

const look =
  'inline-flex h-7 items-center gap-1.5 rounded-md px-2.5 text-xs font-medium text-text-2 hover:bg-hover hover:text-text '

/** All that is kept of a person, as a file. */
export const ExportLink = ({ contactId }: { readonly contactId: string }) => (
  <a href={`/api/v1/contacts/${contactId}/export`} download className={look}>
    <Download size={14} aria-hidden />
    <Trans>Exportar datos</Trans>
  </a>
)
