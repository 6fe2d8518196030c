import { Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useMedia } from '../kit/use-media.ts'

type Props = { readonly source: string; readonly name: string; readonly className: string }

/** A sticker that moves; for whoever wants little motion it stands still until it is pressed. */
export default function MovingSticker({ source, name, className }: Props) {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const [moves, setMoves] = useState(false)
  if (!calm) return <img src={source} alt={name} className={className} draggable={false} />
  return (
    <button type="button" aria-label={name} aria-pressed={moves} onClick={() => setMoves(!moves)} className="relative">
      {moves ? (
        <img src={source} alt="" className={className} draggable={false} />
      ) : (
        <>
          <FirstFrame source={source} className={className} />
          <span className="absolute right-1 bottom-1 flex size-6 items-center justify-center rounded-full bg-black/55 text-white">
            <Play size={12} className="ml-px fill-current" aria-hidden />
          </span>
        </>
      )}
    </button>
  )
}

/** Drawing a moving picture takes its first frame. */
function FirstFrame({ source, className }: Pick<Props, 'source' | 'className'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const picture = new Image()
    picture.src = source
    picture.onload = () => {
      const ground = canvas.current
      if (!ground) return
      ground.width = picture.naturalWidth
      ground.height = picture.naturalHeight
      ground.getContext('2d')?.drawImage(picture, 0, 0)
    }
    return () => {
      picture.onload = null
    }
  }, [source])
  return <canvas ref={canvas} className={className} />
}
