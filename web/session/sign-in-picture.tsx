import { useLingui } from '@lingui/react/macro'
import { instant } from '#base/time.ts'
import { Ticks } from '../kit/ticks.tsx'
import { ContactFace } from '../kit/window-ring.tsx'

/** What waits behind the door: one conversation, drawn with the desk's own parts. */
export function SignInPicture() {
  const { t } = useLingui()
  const now = instant(0)
  const window = { kind: 'open' as const, closesAt: instant(19.7 * 3_600_000) }
  return (
    <div
      aria-hidden
      className="relative hidden flex-1 items-center justify-center overflow-hidden border-l border-border thread-ground md:flex"
    >
      <div className="flex w-full max-w-110 flex-col gap-1.5 px-10 text-msg">
        <div className="mb-5 flex items-center gap-3 self-center rounded-full border border-border bg-surface py-2 pr-5 pl-2.5 shadow-1">
          <ContactFace name="Lucía Paredes" window={window} now={now} />
          <span>
            <span className="block text-md leading-5 font-semibold">Lucía Paredes</span>
            <span className="block text-xs text-text-2 tabular">{t`quedan 19 h 42 min`}</span>
          </span>
        </div>
        <p className="relative max-w-[80%] self-start rounded-xl rounded-tl-xs bg-bubble-in px-3 py-1.5 shadow-1 bubble-nib-in">
          {t`Hola, ¿puedo pagar la mitad el viernes y el resto a fin de mes?`}
        </p>
        <p className="relative max-w-[80%] self-end rounded-xl rounded-tr-xs bg-bubble-out px-3 py-1.5 text-bubble-out-text shadow-1 bubble-nib-out">
          {t`Sí, Lucía. Le dejo las dos fechas anotadas y el enlace del primer pago.`}
          <span className="float-right mt-1.5 ml-3 flex items-center gap-1 text-2xs text-bubble-out-meta tabular">
            10:40 <Ticks status="read" label="" />
          </span>
        </p>
        <p className="relative max-w-[80%] self-start rounded-xl rounded-tl-xs bg-bubble-in px-3 py-1.5 shadow-1 bubble-nib-in">
          {t`qué bueno, gracias 🙏`}
        </p>
      </div>
    </div>
  )
}
