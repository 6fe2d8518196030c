import { Trans } from '@lingui/react/macro'
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>

/** What has a place somewhere, in the order of its finding. A part that comes may bring others. */
const parts = new Set<() => Promise<unknown>>()

/**
 * Fetches what was not shown yet, one part after the other, so that it opens at once and is there without a network. Not
 * tried where there is none, nor by whoever saves data: Chromium never asks again for a module it once could not fetch.
 */
export async function fetchAhead(): Promise<void> {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  for (const load of parts) {
    if (!navigator.onLine || connection?.saveData) return
    await load().catch(() => undefined) // said by the part, when it is shown
  }
}

/**
 * A part of the screen whose code comes when it is first shown, or ahead of that. `waiting` keeps its place until then;
 * null: it has none, it opens over the page. Where the code cannot be fetched, the place says so and offers to load the
 * page again, and all around it goes on working.
 */
export function later<Props extends object>(load: Load<Props>, waiting: ReactNode = null): ComponentType<Props> {
  parts.add(load)
  const begin = () => ({ Part: lazy(() => load().catch((cause: unknown) => Promise.reject(new CannotLoad(cause)))) })
  let begun = begin()
  return function Later(props: Props) {
    const [{ Part }, setBegun] = useState(begun)
    const again = () => {
      begun = begin()
      setBegun(begun)
    }
    return (
      <Guard again={again} over={waiting === null}>
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </Guard>
    )
  }
}

class CannotLoad extends Error {
  constructor(cause: unknown) {
    super('A part of the screen could not be fetched', { cause })
  }
}

type GuardProps = {
  readonly again: () => void
  /** The part has no place in the page: what is said of it lies over the page too. */
  readonly over: boolean
  readonly children: ReactNode
}

/**
 * Takes only what could not be fetched; a mistake of ours goes on upwards. The way back from being offline is a try where
 * the browser allows one; loading the page again always is, and what was being written is kept.
 */
class Guard extends Component<GuardProps, { readonly error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidMount() {
    window.addEventListener('online', this.again)
  }

  override componentWillUnmount() {
    window.removeEventListener('online', this.again)
  }

  again = () => {
    if (this.state.error === null) return
    this.props.again()
    this.setState({ error: null })
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (!(error instanceof CannotLoad)) throw error
    return (
      <div
        role="alert"
        className={cx(
          'flex flex-wrap items-center gap-2 px-4 py-2 text-xs text-text-2',
          this.props.over &&
            'fixed bottom-4 left-1/2 z-50 -translate-x-1/2 rounded-lg border border-border bg-raised shadow-2',
        )}
      >
        <Trans>Esta parte no se pudo cargar.</Trans>
        <Button size="sm" onPress={() => window.location.reload()}>
          <Trans>Volver a cargar la página</Trans>
        </Button>
      </div>
    )
  }
}
