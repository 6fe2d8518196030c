import { Trans } from '@lingui/react/macro'
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { Button } from './button.tsx'
import { cx } from './cx.ts'

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>

/**
 * A part of the screen whose code comes when it is first shown. `waiting` keeps its place until then; null: it has none, it opens over the page. Where the code
 * cannot be fetched, the place says so and offers another try, and all around it goes on working.
 */
export function later<Props extends object>(load: Load<Props>, waiting: ReactNode = null): ComponentType<Props> {
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

/** Takes only what could not be fetched; a mistake of ours goes on upwards. The way back from being offline is a try too. */
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
        <Button size="sm" onPress={this.again}>
          <Trans>Probar ahora</Trans>
        </Button>
      </div>
    )
  }
}
