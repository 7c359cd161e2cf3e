namespace SearchNews.Search.Facets;

/// <summary>One value of a facet: spellings that differ in case only are one value. One thread.</summary>
internal sealed class FacetBucket
{
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<int> _stories = [];

    /// <summary>Hits that have the value.</summary>
    public long Count { get; private set; }

    /// <summary>The spelling that most articles use, the first in ordinal order of equals.</summary>
    public string Value => _spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Counts an article that is a hit by itself.</summary>
    public void Add(string spelling)
    {
        Use(spelling);
        Count++;
    }

    /// <summary>Counts an article of a story; each story once.</summary>
    public void Add(string spelling, int story)
    {
        Use(spelling);
        if (_stories.Add(story)) Count++;
    }

    private void Use(string spelling) => _spellings[spelling] = _spellings.GetValueOrDefault(spelling) + 1;
}
