import { useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'

/** A part of the panel with its title. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="border-t border-border px-4 py-3">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{title}</h3>
      <dl className="flex flex-col gap-1">{children}</dl>
    </section>
  )
}

type FactProps = { readonly name: string; readonly copy?: string | null; readonly children: ReactNode }

/** A line of the panel; `copy`: what its button copies, null where there is none. */
export function Fact({ name, copy, children }: FactProps) {
  const { t } = useLingui()
  return (
    <div className="flex min-h-7 items-center gap-2 text-sm">
      <dt className="w-28 shrink-0 text-text-2">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-2 tabular">
        <span className="min-w-0 flex-1 break-words">{children}</span>
        {copy && (
          <IconButton
            label={t`Copiar ${copy}`}
            className="size-7!"
            onPress={() => {
              void navigator.clipboard.writeText(copy)
              say(t`Copiado: ${copy}`)
            }}
          >
            <Copy size={14} aria-hidden />
          </IconButton>
        )}
      </dd>
    </div>
  )
}
