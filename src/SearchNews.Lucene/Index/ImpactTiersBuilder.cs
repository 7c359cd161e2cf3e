using System.Buffers;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>Reads all postings of a term and sorts them into tiers by their impacts.</summary>
internal sealed class ImpactTiersBuilder
{
    private const int MaxFreq = byte.MaxValue;
    private const int MaxImpacts = 1 << 8;

    // What has more than such a part of the documents is no tier before the last.
    private const int SmallestPart = 4;

    // The tiers but the last have such a part of the documents at most, or those of one code, as the impacts of a code stay together.
    private static readonly int[] Parts = [64, 8];

    private const int Impacts = (MaxFreq + 1) << 8;

    private readonly int[] _docs;
    private readonly ushort[] _impacts; // frequency * 256 + norm, of each document
    private readonly int[] _counts; // by impact
    private readonly List<int> _found = []; // the impacts there are

    private ImpactTiersBuilder(int count, int[] counts)
    {
        _docs = new int[count];
        _impacts = new ushort[count];
        _counts = counts;
    }

    /// <summary>Makes the tiers of a term; null when it has more than 256 different impacts, or a frequency above 255.</summary>
    /// <param name="postings">The term with its frequencies, unpositioned.</param>
    /// <param name="norms">The norms of its field, by document.</param>
    /// <param name="scorer">Ranks the impacts.</param>
    public static ImpactTiers? Build(PostingsEnum postings, ReadOnlySpan<byte> norms, SimScorer scorer)
    {
        int[] counts = ArrayPool<int>.Shared.Rent(Impacts);
        try
        {
            counts.AsSpan(0, Impacts).Clear();
            var builder = new ImpactTiersBuilder((int)postings.Cost, counts);
            return builder.TryRead(postings, norms) ? builder.Build(scorer, norms.Length) : null;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private bool TryRead(PostingsEnum postings, ReadOnlySpan<byte> norms)
    {
        for (int i = 0; i < _docs.Length; i++)
        {
            int doc = _docs[i] = postings.NextDoc();
            int freq = postings.Freq;
            if (freq > MaxFreq) return false;
            int impact = (freq << 8) | norms[doc];
            _impacts[i] = (ushort)impact;
            if (_counts[impact]++ > 0) continue;
            if (_found.Count == MaxImpacts) return false;
            _found.Add(impact);
        }

        return true;
    }

    private ImpactTiers Build(SimScorer scorer, int maxDoc)
    {
        int[] ranked = [.. _found.OrderByDescending(impact => scorer.Score(impact >> 8, (sbyte)impact)).ThenBy(impact => impact)];
        List<(int First, int End, int Count)> split = SplitCodes(ranked);
        byte[] codes = CodesOf(ranked);
        ImpactTier[] tiers = [.. split.Select(tier => MakeTier(codes, tier.First, tier.End, tier.Count))];
        return new ImpactTiers(
            [.. ranked.Select(impact => impact >> 8)],
            [.. ranked.Select(impact => (byte)impact)],
            tiers,
            ImpactTiers.IsDense(_docs.Length, maxDoc) ? new TierBits(tiers, maxDoc) : null);
    }

    // The code of each document; the counts are not needed any more.
    private byte[] CodesOf(int[] ranked)
    {
        for (int code = 0; code < ranked.Length; code++) _counts[ranked[code]] = code;
        byte[] codes = new byte[_impacts.Length];
        for (int i = 0; i < codes.Length; i++) codes[i] = (byte)_counts[_impacts[i]];
        return codes;
    }

    private List<(int First, int End, int Count)> SplitCodes(int[] ranked)
    {
        var tiers = new List<(int First, int End, int Count)>();
        int end = 0;
        int count = 0;
        for (int tier = 0; end < ranked.Length; tier++)
        {
            int first = end;
            int limit = tier < Parts.Length ? _docs.Length / Parts[tier] : _docs.Length;
            do count += _counts[ranked[end++]];
            while (end < ranked.Length && count + _counts[ranked[end]] <= limit);
            if (count > _docs.Length / SmallestPart) (end, count) = (ranked.Length, _docs.Length);
            tiers.Add((first, end, count));
        }

        return tiers;
    }

    private ImpactTier MakeTier(byte[] codes, int first, int end, int count)
    {
        int[] docs = new int[count + 1];
        byte[] tierCodes = new byte[count];
        int filled = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i] >= end) continue;
            docs[filled] = _docs[i];
            tierCodes[filled++] = codes[i];
        }

        docs[filled] = DocIdSetIterator.NoMoreDocs;
        return new ImpactTier(docs, tierCodes, first, end);
    }
}
