import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { create } from 'zustand'
import { Button, IconButton } from './button.tsx'

type Toast = {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}
const SHOWN_MS = 10_000
let nextId = 1
const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

export const dismiss = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))

/** Says that something happened, for ten seconds, with the way back where there is one. */
export function say(text: string, action?: Toast['action']): void {
  const id = nextId++
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, ...(action ? { action } : {}) }] }))
  setTimeout(() => dismiss(id), SHOWN_MS)
}

export function runLatestUndo(): void {
  const toast = useToasts.getState().toasts.findLast(({ action }) => action)
  if (!toast?.action) return
  toast.action.run()
  dismiss(toast.id)
}

export function Toasts() {
  const { t } = useLingui()
  const toasts = useToasts((state) => state.toasts)
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed bottom-4 left-1/2 z-50 flex w-max max-w-[92vw] -translate-x-1/2 flex-col items-center gap-2 max-md:bottom-18"
    >
      {toasts.map(({ id, text, action }) => (
        <div
          key={id}
          className="pointer-events-auto flex items-center gap-2 rounded-lg border border-border bg-raised py-1.5 pr-1.5 pl-3.5 text-sm text-text shadow-2 appear"
        >
          <span>{text}</span>
          {action && (
            <Button
              look="quiet"
              size="sm"
              className="text-accent!"
              onPress={() => {
                action.run()
                dismiss(id)
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton label={t`Cerrar aviso`} className="size-7!" onPress={() => dismiss(id)}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
