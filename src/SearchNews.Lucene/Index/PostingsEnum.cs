using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>Walks the documents of one term, with frequency and, where asked for and indexed, positions, offsets and payloads.</summary>
public abstract class PostingsEnum : DocIdSetIterator
{
    /// <summary>How often the term stands in the current document, at least 1; 1 when frequencies are not indexed or not asked for.</summary>
    public abstract int Freq { get; }

    /// <summary>Start offset in UTF-16 units at the current position, -1 when not indexed.</summary>
    public virtual int StartOffset => -1;

    /// <summary>End offset (exclusive) in UTF-16 units at the current position, -1 when not indexed.</summary>
    public virtual int EndOffset => -1;

    /// <summary>The payload at the current position, empty when there is none; valid until the next move.</summary>
    public virtual ReadOnlySpan<byte> Payload => default;

    /// <summary>
    /// Writes documents and their frequencies from the current one on: those before <paramref name="end"/>, as far as there is room. Stands on the
    /// first document not written then. To be called on a document.
    /// </summary>
    /// <param name="end">The first document not wanted.</param>
    /// <param name="docs">Receives documents, ascending.</param>
    /// <param name="freqs">Receives what <see cref="Freq"/> gives, as long as <paramref name="docs"/>.</param>
    /// <returns>How many were written; 0 only when the current document is not before <paramref name="end"/>.</returns>
    public virtual int ReadDocs(int end, Span<int> docs, Span<int> freqs)
    {
        int count = 0;
        int doc = DocId;
        while (doc < end && count < docs.Length)
        {
            docs[count] = doc;
            freqs[count] = Freq;
            count++;
            doc = NextDoc();
        }

        return count;
    }

    /// <summary>
    /// As <see cref="ReadDocs"/> with no end, and writes all positions of the documents too. To be called on a document none of whose positions were asked for, of a term with frequencies and positions.
    /// </summary>
    /// <param name="docs">Receives documents, ascending.</param>
    /// <param name="freqs">Receives their frequencies, as long as <paramref name="docs"/>.</param>
    /// <param name="deltas">Receives the differences of positions, which start from 0 in each document: as many as the frequencies add up to. Replaced when too short.</param>
    /// <returns>How many documents were written.</returns>
    internal virtual int ReadAll(Span<int> docs, Span<int> freqs, ref int[] deltas)
    {
        int count = 0;
        int used = 0;
        for (int doc = DocId; doc != NoMoreDocs && count < docs.Length; doc = NextDoc())
        {
            docs[count] = doc;
            int freq = freqs[count++] = Freq;
            if (deltas.Length - used < freq) Array.Resize(ref deltas, Math.Max(used + freq, 2 * deltas.Length));
            int last = 0;
            for (int i = 0; i < freq; i++)
            {
                int position = NextPosition();
                deltas[used++] = position - last;
                last = position;
            }
        }

        return count;
    }

    /// <summary>Moves to the next position in the current document and returns it; call at most <see cref="Freq"/> times. -1 when not indexed.</summary>
    public abstract int NextPosition();
}
