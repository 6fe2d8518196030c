import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, Pause, SendHorizontal, Trash2 } from 'lucide-react'
import type { ConversationId } from '#core/account/account.ts'
import { clockLength } from '../i18n/time-words.ts'
import { IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { say } from '../kit/toast.tsx'
import { NO_MEDIA, type OutboxEntry, waitingMedia } from '../outbox/entry.ts'
import { send } from '../outbox/send.ts'
import { VOICE_NOTE_BYTES } from './file-kinds.ts'
import { type RecorderProblem, useRecorder } from './use-recorder.ts'
import { asVoiceNote } from './voice-format.ts'

type Props = { readonly id: ConversationId; readonly replyTo: OutboxEntry['replyTo']; readonly onDone: () => void }

/** Records at once; Enter or the arrow sends, Escape or the bin throws it away. */
export default function VoiceRecorder({ id, replyTo, onDone }: Props) {
  const { t } = useLingui()
  const giveUp = (problem: RecorderProblem) => {
    const words: Readonly<Record<RecorderProblem, string>> = {
      denied: t`No hay permiso para usar el micrófono. Permítalo en la barra de direcciones del navegador.`,
      'no-microphone': t`No se encontró ningún micrófono. Conecte uno y vuelva a grabar.`,
      busy: t`Otro programa está usando el micrófono. Ciérrelo y vuelva a grabar.`,
      insecure: t`El navegador solo deja grabar en páginas seguras (https). Avise a quien administra Hilo.`,
      unable: t`Este navegador no puede grabar notas de voz`,
    }
    say(words[problem])
    onDone()
  }
  const { state, seconds, levels, pauseOrResume, finish } = useRecorder(giveUp)

  const deliver = async () => {
    const recorded = await finish()
    onDone()
    if (!recorded) return say(t`La nota de voz era demasiado corta`)
    try {
      const sound = await asVoiceNote(recorded)
      const voice = sound.size <= VOICE_NOTE_BYTES
      send({
        conversationId: id,
        asked: { kind: 'audio', mediaId: NO_MEDIA, voice },
        shown: { kind: 'audio', media: waitingMedia(sound, 'voz.ogg'), voice },
        file: { blob: sound, filename: 'voz.ogg' },
        replyTo,
      })
    } catch {
      say(t`Este navegador no pudo preparar la nota de voz`)
    }
  }
  const live = state === 'recording'
  return (
    <div
      role="group"
      aria-label={t`Grabando nota de voz`}
      data-state={state}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
      className="flex h-15 items-center gap-3 rounded-sm border border-focus px-3 ring-1 ring-focus max-md:gap-2 max-md:px-2"
    >
      <IconButton label={t`Descartar`} keys="Esc" onPress={onDone}>
        <Trash2 size={17} aria-hidden />
      </IconButton>
      <span
        className={cx('flex items-center gap-1.5 text-sm font-semibold tabular', live ? 'text-danger' : 'text-text-2')}
      >
        <Mic size={15} aria-hidden /> {clockLength(seconds)}
      </span>
      {state === 'full' ? (
        <p role="status" className="min-w-0 flex-1 text-xs text-text-2">
          <Trans>Es lo más que cabe en una nota de voz. Envíela y siga en otra.</Trans>
        </p>
      ) : (
        <span
          className={cx(
            'flex h-8 min-w-0 flex-1 items-center justify-end gap-0.5 overflow-hidden',
            !live && 'opacity-50',
          )}
          aria-hidden
        >
          {levels.map((level, index) => (
            <span
              key={index}
              className="w-0.75 shrink-0 rounded-full bg-accent"
              style={{ height: `${Math.max(8, level * 100)}%` }}
            />
          ))}
        </span>
      )}
      {state !== 'full' && (
        <IconButton label={live ? t`Pausar la grabación` : t`Seguir grabando`} onPress={pauseOrResume}>
          {live ? <Pause size={17} aria-hidden /> : <Mic size={17} className="text-danger" aria-hidden />}
        </IconButton>
      )}
      <button
        type="button"
        autoFocus
        data-testid="voice-send"
        onClick={() => void deliver()}
        className="flex h-9 items-center gap-1.5 rounded-md bg-accent px-3 text-sm font-semibold text-on-accent hover:bg-accent-hover"
      >
        <Trans>Enviar</Trans>
        <SendHorizontal size={15} aria-hidden />
      </button>
    </div>
  )
}
