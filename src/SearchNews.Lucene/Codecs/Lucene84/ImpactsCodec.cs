using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>The bytes of a list of impacts, each as the step from the one before, which is (0, 0) at first.</summary>
/// <remarks>
/// <code>
/// f = freq - previous freq - 1, n = norm - previous norm - 1
/// n = 0: vInt f * 2        else: vInt f * 2 + 1, zLong n
/// </code>
/// Source: lucene84 skip writer.
/// </remarks>
internal static class ImpactsCodec
{
    public static void Write(DataOutput output, Impact impact, Impact previous)
    {
        int freqStep = impact.Freq - previous.Freq - 1;
        long normStep = impact.Norm - previous.Norm - 1;
        if (normStep == 0)
        {
            output.WriteVInt(freqStep << 1);
        }
        else
        {
            output.WriteVInt((freqStep << 1) | 1);
            output.WriteZLong(normStep);
        }
    }

    /// <summary>Reads the impacts that fill <paramref name="length"/> bytes.</summary>
    /// <param name="input">At the first.</param>
    /// <param name="length">Bytes of all, at least 1.</param>
    /// <param name="impacts">Grown as needed; filled from its start.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="CorruptIndexException">They do not ascend in both parts, or end elsewhere.</exception>
    public static int Read(IndexInput input, int length, ref Impact[] impacts)
    {
        long end = input.Position + length;
        int count = 0;
        int freq = 0;
        long norm = 0;
        while (input.Position < end)
        {
            long at = input.Position;
            int code = input.ReadVInt();
            long nextFreq = freq + (long)(code >>> 1) + 1;
            long nextNorm = unchecked(norm + 1 + ((code & 1) == 0 ? 0 : input.ReadZLong()));
            if (nextFreq > int.MaxValue || (count > 0 && (ulong)nextNorm <= (ulong)norm))
                throw new CorruptIndexException($"impact ({nextFreq}, {nextNorm}) does not ascend from ({freq}, {norm})", input.Name, at);
            freq = (int)nextFreq;
            norm = nextNorm;
            if (count == impacts.Length) Array.Resize(ref impacts, Math.Max(8, count * 2));
            impacts[count++] = new Impact(freq, norm);
        }

        if (count == 0 || input.Position != end) throw new CorruptIndexException($"impacts end here, expected at {end}, with at least one", input.Name, input.Position);
        return count;
    }
}
