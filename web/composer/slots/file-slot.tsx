import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp, Link2 } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../../kit/field.tsx'
import type { HeaderFileKind } from '../file-kinds.ts'
import { FileInput } from './file-input.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'
import { useSlotFile } from './use-slot-file.ts'

type Props = SlotProps<'file' | 'link'> & { readonly kind: HeaderFileKind }

/** A file for a template: dropped, chosen, or pasted as an address. */
export function FileSlot({ slot, kind, label, value, problem, onChange }: Props) {
  const { t } = useLingui()
  const [isLink, setLink] = useState(value?.kind === 'link')
  const file = useSlotFile(kind, (media) => onChange({ kind: 'file', media }))
  const showsLink = isLink && value?.kind !== 'file' && !file.upload
  return (
    <SlotFrame label={label} keyOfSlot={slot.key} problem={file.refused ?? problem}>
      {showsLink ? (
        <Field
          label={t`Enlace al archivo`}
          type="url"
          placeholder="https://"
          value={value?.url ?? ''}
          aria-invalid={problem !== null || undefined}
          onChange={({ target }) => onChange(target.value === '' ? undefined : { kind: 'link', url: target.value })}
        />
      ) : (
        <FileInput
          {...{ kind, file }}
          value={value?.kind === 'file' ? value.media : null}
          isInvalid={problem !== null || file.refused !== null}
          onRemove={() => onChange(undefined)}
          onRename={(filename) => value?.kind === 'file' && onChange({ ...value, media: { ...value.media, filename } })}
        />
      )}
      {kind === 'document' && value?.kind === 'link' && (
        <Field
          label={t`Nombre con que llega`}
          value={value.filename ?? ''}
          placeholder="contrato.pdf"
          maxLength={240}
          onChange={({ target }) => onChange({ ...value, filename: target.value })}
        />
      )}
      {value?.kind !== 'file' && !file.upload && (
        <button
          type="button"
          className="flex w-fit items-center gap-1.5 text-xs font-medium text-accent hover:underline"
          onClick={() => {
            setLink(!isLink)
            onChange(undefined)
          }}
        >
          {isLink ? <FileUp size={12} aria-hidden /> : <Link2 size={12} aria-hidden />}
          {isLink ? <Trans>Subir un archivo</Trans> : <Trans>Usar un enlace</Trans>}
        </button>
      )}
    </SlotFrame>
  )
}
