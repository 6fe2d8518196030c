import { useLingui } from '@lingui/react/macro'
import { Mic, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Built } from '../builder/built.ts'
import { IconButton } from '../kit/button.tsx'
import type { OutboxEntry } from '../outbox/entry.ts'
import { useThreadContext } from '../thread/thread-context.tsx'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'

const Builder = later(withWords(() => import('../builder/builder.tsx')))

type Props = {
  readonly conversation: Conversation
  readonly replyTo: OutboxEntry['replyTo']
  readonly recording: boolean
  readonly onRecord: () => void
}

/** Everything that can be sent besides text and files. */
export function AddMenu({ conversation, replyTo, recording, onRecord }: Props) {
  const { t } = useLingui()
  const { build } = useThreadContext()
  const [open, setOpen] = useState<{ readonly start: Built | null } | null>(null)
  useEffect(() => {
    build.current = (start) => setOpen({ start: start as Built })
    return () => {
      build.current = null
    }
  }, [build])
  return (
    <>
      <IconButton label={t`Grabar una nota de voz`} active={recording} onPress={onRecord}>
        <Mic size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton label={t`Botones, listas, cobros y más`} onPress={() => setOpen({ start: null })}>
        <Plus size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {open && <Builder {...{ conversation, replyTo }} start={open.start} onClose={() => setOpen(null)} />}
    </>
  )
}
