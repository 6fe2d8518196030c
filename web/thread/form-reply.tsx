import { Trans, useLingui } from '@lingui/react/macro'
import { ClipboardCheck, House } from 'lucide-react'
import { Fragment } from 'react'
import type { Content } from '#core/message/content.ts'
import { formFields } from '#core/message/form-fields.ts'
import type { Message } from '#core/message/message.ts'
import { Meta } from './meta.tsx'

type Props = { readonly message: Message; readonly content: Extract<Content, { kind: 'form-reply' }> }

/** What somebody filled in, field by field; what is no list of fields is shown as it came. */
export default function FormReply({ message, content }: Props) {
  const fields = formFields(content.response)
  const isAddress = content.name === 'address_message'
  const addressNames = useAddressNames()
  const Icon = isAddress ? House : ClipboardCheck
  return (
    <div className="max-w-110 min-w-56 px-2.5 py-2 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <Icon size={16} className="shrink-0 text-text-3" aria-hidden />
        {isAddress ? <Trans>Dio su dirección</Trans> : <Trans>Respondió el formulario</Trans>}
      </p>
      {fields === null ? (
        <pre className="mt-1 font-mono text-xs whitespace-pre-wrap text-text-2">{content.response}</pre>
      ) : (
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-border pt-1.5">
          {fields.map(({ name, value }, index) => (
            <Fragment key={index}>
              <dt className="max-w-36 truncate text-xs leading-5 text-text-2" title={name}>
                {(isAddress && addressNames[name]) || name}
              </dt>
              <dd className="min-w-0 break-words" dir="auto">
                {value}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      <div className="flex justify-end">
        <Meta message={message} />
      </div>
    </div>
  )
}

/** Meta’s names for the parts of an address (Cloud API, Address messages [K]), read as `formFields` writes them. */
function useAddressNames(): Readonly<Record<string, string>> {
  const { t } = useLingui()
  return {
    name: t`Nombre`,
    'phone number': t`Teléfono`,
    'in pin code': t`Código postal`,
    'sg post code': t`Código postal`,
    'house number': t`Número de casa`,
    'floor number': t`Piso`,
    'tower number': t`Torre`,
    'building name': t`Edificio`,
    'unit number': t`Unidad`,
    address: t`Dirección`,
    'landmark area': t`Referencia`,
    city: t`Ciudad`,
    state: t`Estado o provincia`,
  }
}
