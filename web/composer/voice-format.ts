/** WhatsApp plays voice notes that are Ogg with Opus; browsers record that, or Opus in another wrapping. */
const OGG = 'audio/ogg;codecs=opus'
const WEBM = 'audio/webm;codecs=opus'

export const recordingType = (): string | null =>
  [OGG, WEBM, 'audio/mp4'].find((type) => MediaRecorder.isTypeSupported(type)) ?? null

/** The recording as Ogg/Opus; sound that is Opus already is only wrapped anew. */
export const asVoiceNote = async (recorded: Blob): Promise<Blob> =>
  recorded.type.startsWith('audio/ogg') ? new Blob([recorded], { type: 'audio/ogg' }) : asOpus(recorded)

/** Any sound this browser can read, as one track of Opus in Ogg; rejects where it cannot. */
export async function asOpus(sound: Blob): Promise<Blob> {
  const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, OggOutputFormat, Output } =
    await import('mediabunny')
  const target = new BufferTarget()
  const conversion = await Conversion.init({
    input: new Input({ formats: ALL_FORMATS, source: new BlobSource(sound) }),
    output: new Output({ format: new OggOutputFormat(), target }),
    audio: { codec: 'opus', numberOfChannels: 1 },
  })
  await conversion.execute()
  if (!target.buffer) throw new Error(`The sound of type ${sound.type} could not be written as Ogg`)
  return new Blob([target.buffer], { type: 'audio/ogg' })
}
