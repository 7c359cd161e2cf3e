using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using SearchNews.Articles.Columns;

namespace SearchNews.Articles.Folders;

/// <summary>
/// The article files of a folder, which may be millions: in columns, about 25 bytes and the UTF-8 of its path each. An entry is made when it is asked for. One thread; many while nobody adds.
/// </summary>
/// <param name="root">The folder.</param>
internal sealed class ArticleEntries(string root) : IReadOnlyList<ArticleEntry>
{
    private readonly BytesList _paths = new();
    private readonly BlockList<Facts> _facts = new();

    // Which entry comes when; null for the order in which they were added.
    private int[]? _order;

    /// <inheritdoc/>
    public int Count => _order?.Length ?? _facts.Count;

    /// <inheritdoc/>
    public ArticleEntry this[int index]
    {
        get
        {
            int place = _order?[index] ?? index;
            Facts facts = _facts[place];
            string path = _paths.TextOf(place);
            return new ArticleEntry(ArticleId.FromPath(path), path, root, facts.Size, new DateTimeOffset(facts.ModifiedTicks, TimeSpan.Zero));
        }
    }

    /// <summary>Adds a file. Not after <see cref="Sort"/>.</summary>
    /// <param name="path">Path below the folder, with an article's extension.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="modifiedAt">Last write.</param>
    public void Add(string path, long size, DateTimeOffset modifiedAt)
    {
        _paths.Add(path);
        _facts.Add(new Facts(size, modifiedAt.UtcTicks));
    }

    /// <summary>Adds all files of another list. Not after <see cref="Sort"/>.</summary>
    public void Add(ArticleEntries others)
    {
        for (int i = 0; i < others._facts.Count; i++)
        {
            _paths.Add(others._paths[i]);
            _facts.Add(others._facts[i]);
        }
    }

    /// <summary>Puts the files in ordinal order of their paths.</summary>
    public void Sort()
    {
        _order = new int[_facts.Count];
        for (int i = 0; i < _order.Length; i++) _order[i] = i;
        Array.Sort(_order, _paths.Compare);
    }

    /// <summary>Takes out the files whose id another one has that stands before them.</summary>
    /// <returns>The files taken out, each with the one that stays.</returns>
    public List<(ArticleEntry Duplicate, ArticleEntry First)> RemoveDuplicates()
    {
        var removed = new List<(ArticleEntry Duplicate, ArticleEntry First)>();
        HashSet<string> suspects = UnusualIds();
        if (suspects.Count == 0) return removed;
        var first = new Dictionary<string, ArticleEntry>(StringComparer.Ordinal);
        var kept = new List<int>(Count);
        for (int i = 0; i < Count; i++)
        {
            ArticleEntry entry = this[i];
            if (suspects.Contains(entry.Id) && !first.TryAdd(entry.Id, entry)) removed.Add((entry, first[entry.Id]));
            else kept.Add(_order?[i] ?? i);
        }

        _order = [.. kept];
        return removed;
    }

    /// <inheritdoc/>
    public IEnumerator<ArticleEntry> GetEnumerator()
    {
        for (int i = 0; i < Count; i++) yield return this[i];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The ids of files that do not have the extension of the first: as paths differ, of two with the same id one has another extension.</summary>
    private HashSet<string> UnusualIds()
    {
        var unusual = new HashSet<string>(StringComparer.Ordinal);
        if (Count == 0) return unusual;
        byte[] usual = Encoding.UTF8.GetBytes(this[0].Path[this[0].Id.Length..]);
        for (int i = 0; i < _facts.Count; i++)
        {
            if (!_paths[i].EndsWith(usual)) unusual.Add(ArticleId.FromPath(_paths.TextOf(i)));
        }

        return unusual;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Facts(long Size, long ModifiedTicks);
}
