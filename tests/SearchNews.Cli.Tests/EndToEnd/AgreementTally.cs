using System.Globalization;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>Counts how far two engines agree.</summary>
internal sealed class AgreementTally
{
    private readonly List<string> _mismatches = [];
    private int _queries;
    private int _answered;
    private int _scores;
    private int _equalBits;
    private double _largestDifference;

    /// <summary>Compares the answers to one query; null is a refusal.</summary>
    public void Add(string query, (long Total, IReadOnlyList<OracleHit> Hits)? found, OracleResult expected)
    {
        _queries++;
        if (found is not var (total, hits) || expected.Error is not null)
        {
            if (found is not null || expected.Error is null) _mismatches.Add($"{query}: refused by one of the two; Lucene says: {expected.Error ?? "nothing"}");
            return;
        }

        if (total > 0) _answered++;
        if (total != expected.Total || !hits.Select(h => (h.Doc, h.Id)).SequenceEqual(expected.Hits.Select(h => (h.Doc, h.Id))))
        {
            _mismatches.Add($"{query}: {total} hits {string.Join(' ', hits.Select(h => h.Doc))}, Lucene {expected.Total} hits {string.Join(' ', expected.Hits.Select(h => h.Doc))}");
            return;
        }

        for (int i = 0; i < hits.Count; i++)
        {
            _scores++;
            float wanted = expected.Hits[i].Score;
            if (BitConverter.SingleToInt32Bits(hits[i].Score) == BitConverter.SingleToInt32Bits(wanted)) _equalBits++;
            else _largestDifference = Math.Max(_largestDifference, Math.Abs((double)hits[i].Score - wanted) / Math.Max(Math.Abs(wanted), float.Epsilon));
        }
    }

    /// <summary>Fails unless there were enough queries, most of them found something, and all agree.</summary>
    public void ShouldAgree(int atLeast, double tolerance)
    {
        _mismatches.ShouldBeEmpty(string.Join('\n', _mismatches.Take(20)));
        _queries.ShouldBeGreaterThanOrEqualTo(atLeast);
        _answered.ShouldBeGreaterThan(_queries * 6 / 10);
        _largestDifference.ShouldBeLessThanOrEqualTo(tolerance);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{_queries} queries ({_answered} with hits), {_mismatches.Count} mismatches, {_equalBits} of {_scores} scores equal bit for bit, largest relative difference {_largestDifference:g3}");
}
