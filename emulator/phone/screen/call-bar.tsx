import { Phone as PhoneIcon, PhoneOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BusinessNumber, CallAct, Phone } from '../control/types.ts'
import { actOnCall } from '../state/operate.ts'
import { useChat } from '../state/store.ts'
import { useWords } from '../words/index.ts'

/** The call that goes on, with what the customer may do about it; nothing while there is none. No sound goes anywhere. */
export function CallBar({ phone, number }: { phone: Phone; number: BusinessNumber }) {
  const words = useWords()
  const call = useChat()?.call ?? null
  if (call === null) return null
  const rings = call.by === 'business' && !call.isTaken
  const act = (what: CallAct) => () => void actOnCall(phone.id, number.id, what)
  const state = call.isTaken ? words.callTaken : rings ? words.callIncoming : words.callOutgoing
  return (
    <div
      data-testid="phone-call-bar"
      role="status"
      className="flex shrink-0 items-center gap-2 border-b border-wa-line bg-[#e7f6ee] px-3 py-2 text-[13px]/4.5 font-semibold text-wa-ink"
    >
      <PhoneIcon size={16} aria-hidden="true" className="shrink-0 text-wa-accent" />
      <span className="min-w-0 flex-1">{state}</span>
      {rings && (
        <Act label={words.callTake} onClick={act('take')} className="bg-wa-accent text-white">
          <PhoneIcon size={15} aria-hidden="true" />
        </Act>
      )}
      <Act
        label={rings ? words.callRefuse : words.callHangUp}
        onClick={act(rings ? 'refuse' : 'hang-up')}
        className="bg-wa-danger text-white"
      >
        <PhoneOff size={15} aria-hidden="true" />
      </Act>
    </div>
  )
}

type ActProps = { label: string; onClick: () => void; className: string; children: ReactNode }

const Act = ({ label, onClick, className, children }: ActProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    onClick={onClick}
    className={`grid size-8 place-items-center rounded-full ${className}`}
  >
    {children}
  </button>
)
