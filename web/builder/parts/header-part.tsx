import { useLingui } from '@lingui/react/macro'
import type { Header } from '#core/message/content.ts'
import { HEADER_LENGTH } from '#core/message/check/limits.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { NO_FILE } from '../blank.ts'
import { FilePart } from './file-part.tsx'
import { TextPart } from './text-part.tsx'

type Sort = 'none' | 'text' | 'image' | 'video' | 'document'
type Props = { readonly value: Header | null; readonly onChange: (value: Header | null) => void }

/** What stands above the words: nothing, a line, or a file. */
export function HeaderPart({ value, onChange }: Props) {
  const { t } = useLingui()
  const sort: Sort = value === null ? 'none' : typeof value === 'string' ? 'text' : value.kind
  const choices: readonly { value: Sort; name: string }[] = [
    { value: 'none', name: t`Nada` },
    { value: 'text', name: t`Texto` },
    { value: 'image', name: t`Foto` },
    { value: 'video', name: t`Video` },
    { value: 'document', name: t`Documento` },
  ]
  const turnTo = (next: Sort) =>
    onChange(next === 'none' ? null : next === 'text' ? '' : { kind: next, media: NO_FILE })
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-xs font-semibold text-text-2">{t`Encabezado`}</span>
      <Segmented label={t`Encabezado`} small value={sort} choices={choices} onChange={turnTo} />
      {typeof value === 'string' && (
        <TextPart
          field="header"
          label={t`Texto del encabezado`}
          max={HEADER_LENGTH}
          value={value}
          onChange={onChange}
        />
      )}
      {value !== null && typeof value !== 'string' && (
        <FilePart
          key={value.kind}
          field="header"
          label={t`Archivo del encabezado`}
          kind={value.kind}
          value={value.media}
          onChange={(media) => onChange({ ...value, media })}
        />
      )}
    </div>
  )
}
