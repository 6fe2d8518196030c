import { useLingui } from '@lingui/react/macro'
import { FileText, Image, MapPin, Minus, Type, Video } from 'lucide-react'
import { HEADER_LENGTH } from '#core/template/lint/limits.ts'
import { edit, useForm } from '../builder.ts'
import type { Header } from '../model/form.ts'
import { Labelled } from './labelled.tsx'
import { FileField } from './file-field.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { TextLine } from './text-line.tsx'

type Kind = 'none' | 'text' | 'image' | 'video' | 'document' | 'location'

/** The header of every kind; what was chosen before comes back when it is chosen again. */
export function HeaderSection() {
  const { t } = useLingui()
  const { header, shape } = useForm()
  const choose = (kind: Kind) => edit((form) => ({ ...form, header: headerOf(kind) }))
  const choices = [
    { value: 'none' as const, name: t`Ninguno`, icon: <Minus size={14} aria-hidden /> },
    ...(shape === 'offer' ? [] : [{ value: 'text' as const, name: t`Texto`, icon: <Type size={14} aria-hidden /> }]),
    { value: 'image' as const, name: t`Imagen`, icon: <Image size={14} aria-hidden /> },
    { value: 'video' as const, name: t`Video`, icon: <Video size={14} aria-hidden /> },
    ...(shape === 'offer'
      ? []
      : [
          { value: 'document' as const, name: t`Documento`, icon: <FileText size={14} aria-hidden /> },
          { value: 'location' as const, name: t`Ubicación`, icon: <MapPin size={14} aria-hidden /> },
        ]),
  ]
  return (
    <Labelled label={t`Encabezado`}>
      <Segmented label={t`Encabezado`} place="header" value={header.kind as Kind} choices={choices} onChange={choose} />
      {header.kind === 'text' && (
        <TextLine
          place="header"
          text={header.text}
          label={t`Texto del encabezado`}
          max={HEADER_LENGTH}
          placeholder={t`Recordatorio de pago`}
          className="pt-1"
        />
      )}
      {'file' in header && (
        <FileField
          kind={header.kind}
          file={header.file}
          onChange={(file) => edit((form) => ({ ...form, header: { ...header, file } }))}
        />
      )}
    </Labelled>
  )
}

const headerOf = (kind: Kind): Header =>
  kind === 'text'
    ? { kind, text: '', sample: '' }
    : kind === 'none' || kind === 'location'
      ? { kind }
      : { kind, file: null }
