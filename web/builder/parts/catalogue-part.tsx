import { useLingui } from '@lingui/react/macro'
import { PRODUCT_ID_LENGTH } from '#core/message/check/limits.ts'
import { keepCatalogue } from '../last-catalogue.ts'
import { TextPart } from './text-part.tsx'

type Props = { readonly field?: string; readonly value: string; readonly onChange: (value: string) => void }

/** Which catalogue at Meta; the one of last time stands there already. */
export function CataloguePart({ field = 'catalogId', value, onChange }: Props) {
  const { t } = useLingui()
  const write = (text: string) => {
    keepCatalogue(text.trim())
    onChange(text.trim())
  }
  return (
    <TextPart
      field={field}
      label={t`Id del catálogo en Meta`}
      hint={t`Está en el Administrador de ventas de Meta; se recuerda en este equipo.`}
      max={PRODUCT_ID_LENGTH}
      value={value}
      onChange={write}
    />
  )
}
