import { useEffect, useState } from 'react'
import type { Media } from '#core/message/content.ts'
import { essenceOf } from '#core/message/media.ts'

/** Wrappings that hold Opus as well, the likelier first; Safari plays both since version 17 [K]. */
const OTHERS = ['audio/mp4; codecs=opus', 'audio/webm; codecs=opus'] as const

/**
 * Where a recording can be played from in this browser; null until that is known. A voice note is Opus in Ogg, which Safari
 * did not play before 18.4 [K]: there the same sound is wrapped anew, without decoding it.
 */
export function usePlayable(source: string | null, media: Media): string | null {
  const [rewrapped, setRewrapped] = useState<string | null>(null)
  const other = source !== null && essenceOf(media.mime) === 'audio/ogg' ? otherWrapping() : null
  useEffect(() => {
    if (source === null || other === null) return
    let url: string | null = null
    let gone = false
    const show = (sound: Blob) => {
      if (gone) return
      url = URL.createObjectURL(sound)
      setRewrapped(url)
    }
    rewrap(source, other).then(show, () => {})
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
      setRewrapped(null)
    }
  }, [source, other])
  return other === null ? source : rewrapped
}

/** Null where Ogg is played as it is, or nothing would help. */
function otherWrapping(): (typeof OTHERS)[number] | null {
  const player = document.createElement('audio')
  if (player.canPlayType('audio/ogg; codecs=opus') !== '') return null
  return OTHERS.find((type) => player.canPlayType(type) !== '') ?? null
}

async function rewrap(source: string, type: (typeof OTHERS)[number]): Promise<Blob> {
  const { BufferTarget, Conversion, Input, Mp4OutputFormat, OGG, Output, UrlSource, WebMOutputFormat } =
    await import('mediabunny')
  const target = new BufferTarget()
  const format = type.startsWith('audio/mp4') ? new Mp4OutputFormat() : new WebMOutputFormat()
  const input = new Input({ formats: [OGG], source: new UrlSource(new URL(source, location.href)) })
  const conversion = await Conversion.init({ input, output: new Output({ format, target }) })
  await conversion.execute()
  if (!target.buffer) throw new Error(`The recording at ${source} could not be wrapped anew`)
  return new Blob([target.buffer], { type: type.split(';', 1)[0] ?? '' })
}
