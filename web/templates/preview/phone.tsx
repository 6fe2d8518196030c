import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, Phone as PhoneIcon, Video, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Brand } from '../../shell/brand.tsx'
import { cx } from '../../kit/cx.ts'
import type { Shown } from '../model/shown.ts'
import { ButtonIcon, TemplateBubble } from './bubble.tsx'
import './phone.css'

export type Device = 'iphone' | 'android'
type Props = {
  readonly shown: Shown
  readonly device: Device
  readonly dark: boolean
  /** Who writes: the name of the company on WhatsApp. */
  readonly company: string
}
const TIME = '8:42'

/** The customer's telephone with the template in it. Buttons can be tapped: a quick reply is answered. */
export function PhonePreview({ shown, device, dark, company }: Props) {
  const { t } = useLingui()
  const [answer, setAnswer] = useState<{ readonly text: string; readonly of: Shown } | null>(null)
  const [listOf, setListOf] = useState<Shown | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const tap = (text: string, kind: string) => {
    setListOf(null)
    if (kind === 'QUICK_REPLY') setAnswer({ text, of: shown })
    else
      setSaid(
        kind === 'COPY_CODE'
          ? t`Código copiado`
          : kind === 'PHONE_NUMBER'
            ? t`Se abre el teléfono`
            : t`Se abre la página`,
      )
    if (kind !== 'QUICK_REPLY') setTimeout(() => setSaid(null), 1_800)
  }
  return (
    <Frame device={device} dark={dark}>
      <header
        className={cx(
          'flex shrink-0 items-center gap-2 bg-(--phone-bar) px-2',
          device === 'iphone' ? 'h-12 border-b border-(--phone-line)' : 'h-13',
        )}
      >
        <ChevronLeft size={20} className="phone-link shrink-0" aria-hidden />
        <Brand size={30} />
        <span className="min-w-0 flex-1 leading-4">
          <span className="block truncate text-sm font-semibold text-(--phone-text)">{company}</span>
          <span className="block truncate text-[11px] text-(--phone-meta)">
            <Trans>cuenta de empresa</Trans>
          </span>
        </span>
        <Video size={17} className="phone-link" aria-hidden />
        <PhoneIcon size={15} className="phone-link mr-1.5 ml-1" aria-hidden />
      </header>
      <div
        className="phone-ground relative min-h-0 flex-1 overflow-y-auto px-3 py-3"
        tabIndex={0}
        role="group"
        aria-label={t`Conversación de ejemplo`}
      >
        <TemplateBubble shown={shown} time={TIME} onTap={tap} onList={() => setListOf(shown)} />
        {answer?.of === shown && (
          <p className="mt-2 ml-auto w-fit max-w-[80%] rounded-xl rounded-tr-xs bg-(--phone-sent) px-2.5 py-1.5 text-[13.5px] leading-[18.5px] text-(--phone-text) appear">
            {answer.text}
          </p>
        )}
      </div>
      {said && (
        <p
          role="status"
          className="absolute bottom-16 left-1/2 -translate-x-1/2 rounded-full bg-[#111b21] px-3 py-1.5 text-xs whitespace-nowrap text-white appear"
        >
          {said}
        </p>
      )}
      {listOf === shown && <Options shown={shown} onTap={tap} onClose={() => setListOf(null)} />}
      <span
        className={cx(
          'flex shrink-0 items-center gap-2 bg-(--phone-bar) px-3',
          device === 'iphone' ? 'h-13 pb-2' : 'h-12',
        )}
        aria-hidden
      >
        <span className="h-7 flex-1 rounded-full border border-(--phone-line) bg-(--phone-sheet)" />
        <span className="size-7 rounded-full bg-(--phone-link)" />
      </span>
    </Frame>
  )
}

function Frame({
  device,
  dark,
  children,
}: {
  readonly device: Device
  readonly dark: boolean
  readonly children: ReactNode
}) {
  const isPhone = device === 'iphone'
  return (
    <div
      className={cx(
        'flex h-full max-h-150 w-full max-w-76 flex-col border-[#0c1114] bg-[#0c1114] shadow-3 dark:ring-1 dark:ring-border',
        isPhone ? 'rounded-[42px] border-[8px]' : 'rounded-[26px] border-[6px]',
      )}
    >
      <div
        data-theme-of-phone={dark ? 'dark' : 'light'}
        data-device={device}
        data-testid="phone-preview"
        className={cx(
          'phone relative flex min-h-0 flex-1 flex-col overflow-hidden',
          isPhone ? 'rounded-[34px]' : 'rounded-[20px]',
        )}
      >
        <span
          aria-hidden
          className="relative flex h-8 shrink-0 items-center justify-between bg-(--phone-bar) px-5 text-[12px] font-semibold text-(--phone-text) tabular"
        >
          {TIME}
          {isPhone ? (
            <span className="absolute top-2 left-1/2 h-4.5 w-18 -translate-x-1/2 rounded-full bg-[#0c1114]" />
          ) : (
            <span className="absolute top-2.5 left-1/2 size-3 -translate-x-1/2 rounded-full bg-[#0c1114]" />
          )}
          <span className="flex items-center gap-1">
            5G
            <span className="h-2.5 w-5 rounded-[3px] border border-current p-px">
              <span className="block h-full w-3/4 rounded-[1px] bg-current" />
            </span>
          </span>
        </span>
        {children}
      </div>
    </div>
  )
}

type OptionsProps = {
  readonly shown: Shown
  readonly onTap: (text: string, kind: string) => void
  readonly onClose: () => void
}

/** All buttons of a template that has more than fit below its bubble. */
function Options({ shown, onTap, onClose }: OptionsProps) {
  const { t } = useLingui()
  return (
    <div className="absolute inset-x-0 bottom-0 z-1 rounded-t-2xl bg-(--phone-sheet) pb-4 shadow-3 appear">
      <p className="flex items-center justify-between px-4 py-2.5 text-sm font-semibold text-(--phone-text)">
        {t`Todas las opciones`}
        <button
          type="button"
          aria-label={t`Cerrar opciones`}
          className="flex size-7 items-center justify-center"
          onClick={onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </p>
      <ul>
        {shown.buttons.map(({ kind, text }, index) => (
          <li key={index}>
            <button
              type="button"
              className="phone-link flex h-9 w-full items-center gap-2.5 px-4 text-left text-sm focus-visible:-outline-offset-2"
              onClick={() => onTap(text, kind)}
            >
              <ButtonIcon kind={kind} />
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
