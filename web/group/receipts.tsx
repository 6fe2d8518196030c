import { Plural, Trans } from '@lingui/react/macro'
import type { Receipt } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime } from '../i18n/time-words.ts'
import { useStatusNames } from '../thread/status-names.ts'
import { usePersonName } from './use-people.ts'

/** How far a message has come with each of a group. */
export function Receipts({ receipts }: { readonly receipts: readonly Receipt[] }) {
  const failed = receipts.filter(({ status }) => status === 'failed').length
  return (
    <div className="mt-1 flex flex-col gap-1 border-t border-border pt-1.5">
      {failed > 0 && (
        <span className="text-danger">
          <Plural
            value={failed}
            one="No le llegó a # persona"
            many="No les llegó a # de personas"
            other="No les llegó a # personas"
          />
        </span>
      )}
      {receipts.map((receipt) => (
        <ReceiptLine key={receipt.contactId} receipt={receipt} />
      ))}
    </div>
  )
}

function ReceiptLine({ receipt: { contactId, status, at, code } }: { readonly receipt: Receipt }) {
  const names = useStatusNames()
  const name = usePersonName(contactId)
  const state = names[status]
  return (
    <span className="flex justify-between gap-6">
      <span className="text-text-2">
        <Trans>
          {name}: {state}
        </Trans>
        {code !== undefined && ` · ${code}`}
      </span>
      <span className="font-medium tabular">{dateAndTime(at, formatLocale())}</span>
    </span>
  )
}
