using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Random documents of a term.</summary>
internal static class RandomTerms
{
    /// <summary>A term in exactly that many documents.</summary>
    /// <param name="random">Where to draw from.</param>
    /// <param name="field">Says what the documents have; the rest is left empty.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    /// <param name="docFreq">Documents of the term.</param>
    /// <param name="maxFreq">Greatest usual frequency; a few are higher.</param>
    public static TermDoc[] Term(Random random, FieldInfo field, int maxDoc, int docFreq, int maxFreq = 6)
    {
        // Dense here, sparse there: widths of blocks differ.
        int[] docs = random.Next(3) == 0 ? [.. Enumerable.Range(random.Next(maxDoc - docFreq + 1), docFreq)] : Some.SortedDocs(random, maxDoc, docFreq);
        var payloads = new PayloadSource(random);
        return [.. docs.Select(doc => Doc(random, field, doc, maxFreq, payloads))];
    }

    private static TermDoc Doc(Random random, FieldInfo field, int doc, int maxFreq, PayloadSource payloads)
    {
        int freq = !field.HasFreqs ? 1 : random.Next(200) == 0 ? random.Next(1, 400) : random.Next(1, maxFreq + 1);
        if (!field.HasPositions) return new TermDoc(doc, freq, []);
        var positions = new TermPosition[freq];
        int position = 0;
        int start = 0;
        for (int i = 0; i < freq; i++)
        {
            position += random.Next(100) == 0 ? random.Next(10_000) : random.Next(20);
            start += random.Next(50);
            positions[i] = new TermPosition(position, start, start + random.Next(30), field.HasPayloads ? payloads.Next() : []);
        }

        return new TermDoc(doc, freq, positions);
    }

    /// <summary>Payloads whose lengths sometimes repeat; empty ones among them.</summary>
    private sealed class PayloadSource(Random random)
    {
        private int _length;

        public byte[] Next()
        {
            if (random.Next(3) == 0) _length = random.Next(50) == 0 ? random.Next(300) : random.Next(5);
            return Some.Bytes(random, _length);
        }
    }
}
