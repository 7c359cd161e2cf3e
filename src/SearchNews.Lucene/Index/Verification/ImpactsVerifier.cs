using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>
/// Checks the score bounds of terms with skip data: for every document some pair of its run, on every level, must have at least its frequency and at most its
/// norm; else searches would miss hits.
/// </summary>
internal sealed class ImpactsVerifier(SegmentReader reader, FieldInfo field, VerificationLog log)
{
    // Terms up to this docFreq have no skip data and one bound that covers everything.
    private const int MaxUnskipped = 128;

    // The bounds of the current run, level by level.
    private readonly List<Impact[]> _levels = [];

    public void Verify(TermsEnum term)
    {
        if (term.DocFreq <= MaxUnskipped) return;
        ImpactsEnum bounds = term.Impacts(PostingsFlags.Freqs);
        PostingsEnum postings = term.Postings(PostingsFlags.Freqs);
        NumericDocValues? norms = field.HasNorms ? reader.GetNormValues(field.Name) : null;
        int upTo = -1;
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            if (doc > upTo)
            {
                bounds.AdvanceShallow(doc);
                upTo = bounds.GetDocIdUpTo(0);
                VerifyLevels(term, bounds, doc);
            }

            // Lucene scores a missing norm as 1.
            long norm = norms is not null && norms.AdvanceExact(doc) ? norms.LongValue : 1;
            for (int level = 0; level < _levels.Count; level++)
                log.Expect(Covers(_levels[level], postings.Freq, norm), $"term {Term.ToText(term.Term)}: no bound of level {level} covers frequency {postings.Freq} and norm {norm} of document {doc}");
        }
    }

    private static bool Covers(Impact[] impacts, int freq, long norm)
    {
        foreach (Impact impact in impacts)
        {
            if (impact.Freq >= freq && (ulong)impact.Norm <= (ulong)norm) return true;
        }

        return false;
    }

    private void VerifyLevels(TermsEnum term, ImpactsEnum bounds, int doc)
    {
        log.Expect(bounds.LevelCount > 0, $"term {Term.ToText(term.Term)} has no level of bounds at document {doc}");
        _levels.Clear();
        int previousUpTo = doc;
        for (int level = 0; level < bounds.LevelCount; level++)
        {
            int upTo = bounds.GetDocIdUpTo(level);
            log.Expect(upTo >= previousUpTo, $"term {Term.ToText(term.Term)}: level {level} ends at {upTo}, the one below at {previousUpTo}");
            previousUpTo = upTo;
            Impact previous = default;
            _levels.Add(bounds.GetImpacts(level).ToArray());
            foreach (Impact impact in _levels[level])
            {
                log.Expect(
                    impact.Freq > previous.Freq && (previous.Freq == 0 || (ulong)impact.Norm > (ulong)previous.Norm),
                    $"term {Term.ToText(term.Term)}: bound {impact.Freq}/{impact.Norm} of level {level} follows {previous.Freq}/{previous.Norm}");
                previous = impact;
            }
        }
    }
}
