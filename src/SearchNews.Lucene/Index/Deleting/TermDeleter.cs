using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Deleting;

/// <summary>Looks deleted terms up in a segment.</summary>
internal static class TermDeleter
{
    /// <summary>The live documents after the deletes; null when none of them met a live document.</summary>
    /// <param name="reader">The segment.</param>
    /// <param name="deletes">In order of field, best also of term.</param>
    /// <param name="arrivals">By document how many came before it; null when that is the document itself.</param>
    public static Bits? Apply(SegmentReader reader, IEnumerable<TermDelete> deletes, int[]? arrivals)
    {
        Bits? live = null;
        string? field = null;
        TermsEnum? terms = null;
        PostingsEnum? docs = null;
        foreach ((Term term, int upTo) in deletes)
        {
            if (!string.Equals(term.Field, field, StringComparison.Ordinal))
            {
                field = term.Field;
                terms = reader.GetTerms(field)?.GetTermsEnum();
            }

            if (terms is null || !terms.SeekExact(term.Bytes)) continue;
            docs = terms.Postings(PostingsFlags.None, docs);
            int end = arrivals is null ? Math.Min(upTo, reader.MaxDoc) : reader.MaxDoc;
            for (int doc = docs.NextDoc(); doc < end; doc = docs.NextDoc())
            {
                if (arrivals is not null && arrivals[doc] >= upTo) continue;
                if (!(live ?? reader.LiveDocs)?[doc] ?? false) continue;
                live ??= reader.LiveDocs?.Clone() ?? Bits.AllSet(reader.MaxDoc);
                live[doc] = false;
            }
        }

        return live;
    }
}
