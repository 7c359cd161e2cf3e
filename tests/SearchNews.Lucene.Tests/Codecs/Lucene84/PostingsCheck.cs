using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Compares an enum with the term it was made from. Plain comparisons, since there are millions.</summary>
internal static class PostingsCheck
{
    /// <summary>Visits every document and every position.</summary>
    public static void Walk(PostingsEnum postings, WrittenTerm term, PostingsFlags flags)
    {
        postings.DocId.ShouldBe(-1);
        postings.Cost.ShouldBe(term.Docs.Length);
        foreach (TermDoc doc in term.Docs)
        {
            Equal(doc.Doc, postings.NextDoc(), "doc", doc);
            Current(postings, term, doc, flags, int.MaxValue);
        }

        postings.NextDoc().ShouldBe(DocIdSetIterator.NoMoreDocs);
        postings.DocId.ShouldBe(DocIdSetIterator.NoMoreDocs);
    }

    /// <summary>Moves by NextDoc and by Advance, up to twice <paramref name="step"/> far, and reads all, some or none of the positions.</summary>
    public static void AdvanceAtRandom(Random random, PostingsEnum postings, WrittenTerm term, PostingsFlags flags, int step)
    {
        ListPostings expected = new(term.Docs);
        for (int at = -1; expected.DocId != DocIdSetIterator.NoMoreDocs;)
        {
            bool next = random.Next(4) == 0;
            int target = expected.DocId + 1 + random.Next(step * 2);
            int doc = next ? expected.NextDoc() : expected.Advance(target);
            int got = next ? postings.NextDoc() : postings.Advance(target);
            if (got != doc) throw new InvalidOperationException($"moved to {got}, expected {doc}; target {(next ? "next" : target)}, docFreq {term.Docs.Length}");
            if (doc == DocIdSetIterator.NoMoreDocs) break;
            while (at < 0 || term.Docs[at].Doc < doc) at++;
            int positions = Some.Of(random, 0, 1, int.MaxValue);
            if (positions > 0 || random.Next(2) == 0) Current(postings, term, term.Docs[at], flags, positions);
        }
    }

    private static void Current(PostingsEnum postings, WrittenTerm term, TermDoc doc, PostingsFlags flags, int positions)
    {
        Equal(doc.Doc, postings.DocId, "doc", doc);
        bool wantFreqs = (flags & PostingsFlags.Freqs) != PostingsFlags.None;
        if (wantFreqs) Equal(term.Field.HasFreqs ? doc.Freq : 1, postings.Freq, "freq", doc);
        if ((flags & PostingsFlags.Positions) != PostingsFlags.Positions) return;
        if (!term.Field.HasPositions)
        {
            Equal(-1, postings.NextPosition(), "position", doc);
            return;
        }

        bool offsets = term.Field.HasOffsets && (flags & PostingsFlags.Offsets) == PostingsFlags.Offsets;
        bool payloads = term.Field.HasPayloads && (flags & PostingsFlags.Payloads) == PostingsFlags.Payloads;
        foreach (TermPosition position in doc.Positions.Take(positions))
        {
            Equal(position.Position, postings.NextPosition(), "position", doc);
            Equal(offsets ? position.StartOffset : -1, postings.StartOffset, "start offset", doc);
            Equal(offsets ? position.EndOffset : -1, postings.EndOffset, "end offset", doc);
            if (!postings.Payload.SequenceEqual(payloads ? position.Payload : [])) throw new InvalidOperationException($"payload differs in document {doc.Doc}");
        }
    }

    private static void Equal(int expected, int got, string what, TermDoc doc)
    {
        if (got != expected) throw new InvalidOperationException($"{what} is {got}, expected {expected}, in document {doc.Doc}");
    }
}
