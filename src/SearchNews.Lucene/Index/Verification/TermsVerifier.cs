using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Reads all terms and postings of a field and recomputes its statistics.</summary>
internal sealed class TermsVerifier(SegmentReader reader, FieldInfo field, VerificationLog log)
{
    // Seeks and jumps are slow next to reading on; every term of a small field and a sample of a big one are tried.
    private const int SampleEvery = 64;
    private const int Jumps = 8;

    private readonly ImpactsVerifier _impacts = new(reader, field, log);
    private PostingsEnum? _reused;
    private long _sumDocFreq;
    private long _sumTotalTermFreq;

    /// <summary>The documents that have a term of the field, as far as <see cref="Verify"/> came.</summary>
    public Bits DocsWithTerms { get; } = new(reader.MaxDoc);

    public void Verify()
    {
        if (reader.GetTerms(field.Name) is not { } terms) return;
        TermsEnum all = terms.GetTermsEnum();
        TermsEnum seeking = terms.GetTermsEnum();
        byte[] previous = [];
        long count = 0;
        while (all.MoveNext())
        {
            log.Expect(count == 0 ? terms.Min.Span.SequenceEqual(all.Term) : previous.AsSpan().SequenceCompareTo(all.Term) < 0, $"term {Term.ToText(all.Term)} is out of order after {Term.ToText(previous)}");
            previous = all.Term.ToArray();
            if (count % 1024 == 0) log.ThrowIfCancelled();
            VerifyTerm(all, isSample: count % SampleEvery == 0);
            if (count % SampleEvery == 0) VerifySeek(seeking, all);
            count++;
        }

        log.Terms += count;
        log.Expect(terms.Max.Span.SequenceEqual(previous), $"last term is {Term.ToText(previous)}, expected {Term.ToText(terms.Max.Span)}");
        log.Expect(count == terms.Size, $"{count} terms, expected {terms.Size}");
        log.Expect(_sumDocFreq == terms.SumDocFreq, $"sumDocFreq {_sumDocFreq}, expected {terms.SumDocFreq}");
        log.Expect(_sumTotalTermFreq == terms.SumTotalTermFreq, $"sumTotalTermFreq {_sumTotalTermFreq}, expected {terms.SumTotalTermFreq}");
        log.Expect(DocsWithTerms.Cardinality() == terms.DocCount, $"docCount {DocsWithTerms.Cardinality()}, expected {terms.DocCount}");
    }

    private void VerifyTerm(TermsEnum term, bool isSample)
    {
        _reused = term.Postings(PostingsFlags.All, _reused);
        PostingsEnum postings = _reused;
        int docFreq = 0;
        long totalTermFreq = 0;
        int previous = -1;
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            if (doc <= previous || doc >= reader.MaxDoc) throw new CorruptIndexException($"term {Term.ToText(term.Term)} has document {doc} after {previous}, of {reader.MaxDoc}", reader.Commit.Name, 0);
            previous = doc;
            DocsWithTerms[doc] = true;
            docFreq++;
            int freq = postings.Freq;
            totalTermFreq += freq;
            log.Expect(freq > 0, $"term {Term.ToText(term.Term)} has frequency {freq} in document {doc}");
            if (field.HasPositions) VerifyPositions(term, postings, doc, freq);
        }

        log.Postings += docFreq;
        _sumDocFreq += docFreq;
        _sumTotalTermFreq += totalTermFreq;
        log.Expect(docFreq == term.DocFreq && docFreq > 0, $"term {Term.ToText(term.Term)} has {docFreq} documents, expected {term.DocFreq}");
        log.Expect(totalTermFreq == term.TotalTermFreq, $"term {Term.ToText(term.Term)} has total frequency {totalTermFreq}, expected {term.TotalTermFreq}");
        if (isSample) VerifyAdvance(term, previous);
        if (field.HasFreqs) _impacts.Verify(term);
    }

    private void VerifyPositions(TermsEnum term, PostingsEnum postings, int doc, int freq)
    {
        int previous = 0;
        int previousStart = 0;
        log.Positions += freq;
        for (int i = 0; i < freq; i++)
        {
            int position = postings.NextPosition();
            log.Expect(position >= previous && position <= IndexLimits.MaxPosition, $"term {Term.ToText(term.Term)} has position {position} after {previous} in document {doc}");
            previous = position;
            if (!field.HasOffsets) continue;
            log.Expect(
                postings.StartOffset >= previousStart && postings.EndOffset >= postings.StartOffset,
                $"term {Term.ToText(term.Term)} has offsets {postings.StartOffset} to {postings.EndOffset} after {previousStart} in document {doc}");
            previousStart = postings.StartOffset;
        }
    }

    /// <summary>Jumps ahead must end where reading on would.</summary>
    private void VerifyAdvance(TermsEnum term, int lastDoc)
    {
        PostingsEnum jumping = term.Postings(PostingsFlags.Freqs);
        PostingsEnum reading = term.Postings(PostingsFlags.Freqs);
        for (int jump = 1; jump <= Jumps; jump++)
        {
            int target = (int)((lastDoc + 1L) * jump / Jumps);
            if (target <= jumping.DocId) continue;
            int expected = reading.DocId;
            while (expected < target) expected = reading.NextDoc();
            int actual = jumping.Advance(target);
            log.Expect(actual == expected, $"term {Term.ToText(term.Term)}: advancing to {target} ends at {actual}, expected {expected}");
            if (actual == DocIdSetIterator.NoMoreDocs || actual != expected) return;
            log.Expect(jumping.Freq == reading.Freq, $"term {Term.ToText(term.Term)} has frequency {jumping.Freq} after a jump to document {actual}, expected {reading.Freq}");
        }
    }

    private void VerifySeek(TermsEnum seeking, TermsEnum term)
    {
        bool found = seeking.SeekExact(term.Term);
        log.Expect(found, $"term {Term.ToText(term.Term)} is there, and not found");
        if (found) log.Expect(seeking.DocFreq == term.DocFreq, $"term {Term.ToText(term.Term)} has {seeking.DocFreq} documents when found, {term.DocFreq} in order");
    }
}
