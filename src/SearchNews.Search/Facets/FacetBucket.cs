namespace SearchNews.Search.Facets;

/// <summary>One value of a facet: spellings that differ in case only are one value. One thread.</summary>
/// <param name="number">Tells the buckets of one facet apart.</param>
internal sealed class FacetBucket(int number)
{
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);

    /// <summary>The bucket among those of its facet, from 0.</summary>
    public int Number => number;

    /// <summary>Hits that have the value.</summary>
    public long Count { get; set; }

    /// <summary>The spelling that most articles use, the first in ordinal order of equals.</summary>
    public string Value => _spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Counts articles that spell the value so.</summary>
    public void Use(string spelling, int articles) => _spellings[spelling] = _spellings.GetValueOrDefault(spelling) + articles;
}
