import type { Media } from '#core/message/content.ts'
import { FileInput } from '../../composer/slots/file-input.tsx'
import { SlotFrame } from '../../composer/slots/slot-frame.tsx'
import { useSlotFile } from '../../composer/slots/use-slot-file.ts'
import { NO_FILE } from '../blank.ts'
import { useChecked } from '../use-built.ts'
import { useMisfitWords } from '../use-misfit-words.ts'

type Props = {
  readonly field: string
  readonly label: string
  readonly kind: 'image' | 'video' | 'document'
  readonly value: Media
  readonly onChange: (media: Media) => void
}

/** A file that goes with the message; it is stored as soon as it is chosen. */
export function FilePart({ field, label, kind, value, onChange }: Props) {
  const { misfit } = useChecked()
  const words = useMisfitWords()
  const file = useSlotFile(kind, onChange)
  const wrong = misfit(field)
  const problem = file.refused ?? (wrong && words(wrong))
  const chosen = value.mediaId === NO_FILE.mediaId ? null : value
  return (
    <SlotFrame label={label} keyOfSlot={field} problem={problem}>
      <FileInput
        {...{ kind, file }}
        value={chosen}
        isInvalid={problem !== null}
        onRemove={() => onChange(NO_FILE)}
        onRename={(filename) => onChange({ ...value, filename })}
      />
    </SlotFrame>
  )
}
