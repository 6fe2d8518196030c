import { Mic, SendHorizontal, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { durationName } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import type { Recorder } from './use-recorder.ts'

/** Held longer than this, letting go sends; a shorter tap keeps recording until send or discard. */
const holdMs = 500

/** Microphone at rest, send while recording: one button, so that holding and letting go works. */
export function RecordButton({ recorder }: { recorder: Recorder }) {
  const words = useWords()
  const pressedAt = useRef(0)
  const recording = recorder.state !== 'idle'
  const startedHere = useRef(false)
  return (
    <button
      type="button"
      data-testid={recording ? 'phone-send' : 'phone-record'}
      aria-label={recording ? words.sendRecording : words.record}
      title={recording ? words.sendRecording : words.record}
      onPointerDown={(event) => {
        startedHere.current = !recording
        if (recording) return
        pressedAt.current = event.timeStamp
        recorder.start()
      }}
      onPointerUp={(event) => {
        if (startedHere.current && event.timeStamp - pressedAt.current > holdMs) recorder.finish()
      }}
      onClick={(event) => {
        // A keyboard's click has no pointer before it; a pointer's click has been dealt with when it started the recording.
        if (event.detail > 0 && startedHere.current) return
        if (recording) recorder.finish()
        else recorder.start()
      }}
      className="grid size-10 shrink-0 touch-none place-items-center rounded-full bg-wa-accent text-white shadow-bubble hover:bg-[#095a49]"
    >
      {recording ? <SendHorizontal size={18} aria-hidden="true" /> : <Mic size={18} aria-hidden="true" />}
    </button>
  )
}

/** In the text field's place while the microphone listens. */
export function Recording({ recorder }: { recorder: Recorder }) {
  const words = useWords()
  return (
    <div className="enter flex h-10 min-w-0 flex-1 items-center gap-2 rounded-[20px] bg-white pr-1 pl-4 text-[14px] shadow-bubble">
      <span className="dot size-2 rounded-full bg-wa-danger" aria-hidden="true" />
      <span role="timer" className="tabular-nums">
        {durationName(recorder.seconds)}
      </span>
      <span className="min-w-0 flex-1 truncate text-[13px] text-wa-ink-2">{words.recording}</span>
      <button
        type="button"
        aria-label={words.discardRecording}
        onClick={recorder.discard}
        className="grid size-8 place-items-center rounded-full text-wa-danger hover:bg-black/5"
      >
        <Trash2 size={17} aria-hidden="true" />
      </button>
    </div>
  )
}
