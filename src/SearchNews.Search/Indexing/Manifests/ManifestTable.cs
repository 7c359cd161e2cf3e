using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using SearchNews.Articles;
using SearchNews.Articles.Columns;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>
/// What is remembered of article files, which may be millions, by article id: in columns, about 45 bytes and the UTF-8 of its path each. An entry is made when it is asked for. One thread; many while
/// nobody changes anything.
/// </summary>
/// <remarks>
/// Rows are added at the end, and emptied when they are no more; when there is no room and as many are empty as not, the others are copied. They are found by a hash table with open addresses. The id of a row is its path
/// without extension.
/// </remarks>
internal sealed class ManifestTable : IReadOnlyDictionary<string, ManifestEntry>
{
    private const int SmallestSlots = 16;

    // An id in UTF-8 up to this length takes no memory to be looked for; those of articles are no longer.
    private const int UsualIdBytes = 512;

    private BytesList _paths = new();
    private BlockList<Row> _rows = new();

    // 1 + the outcome of a row, 0 when it is empty.
    private BlockList<byte> _states = new();
    private Dictionary<int, ArticleDiagnostic> _problems = [];

    // 1 + a row, 0 for none. At most three of four are in use; those of empty rows stay in use until all are entered anew.
    private int[] _slots = new int[SmallestSlots];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Values.Select(entry => ArticleId.FromPath(entry.Path));

    /// <inheritdoc/>
    public IEnumerable<ManifestEntry> Values
    {
        get
        {
            for (int row = 0; row < _states.Count; row++)
            {
                if (_states[row] != 0) yield return EntryOf(row);
            }
        }
    }

    /// <inheritdoc/>
    public ManifestEntry this[string key] => TryGetValue(key, out ManifestEntry? entry) ? entry : throw new KeyNotFoundException($"Nothing is remembered of '{key}'.");

    /// <summary>How many files have an outcome.</summary>
    public int CountOf(ArticleOutcome outcome)
    {
        int count = 0;
        for (int row = 0; row < _states.Count; row++) count += _states[row] == StateOf(outcome) ? 1 : 0;
        return count;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ManifestEntry value)
    {
        int row = Find(key);
        value = row < 0 ? null : EntryOf(row);
        return row >= 0;
    }

    /// <summary>Remembers a file, in the place of what was known of its id.</summary>
    /// <returns>False when that was the same.</returns>
    public bool Set(ManifestEntry entry)
    {
        byte[] path = Encoding.UTF8.GetBytes(entry.Path);
        int row = Find(ArticleId.FromPath(path));
        if (row >= 0)
        {
            if (EntryOf(row) == entry) return false;
            Remove(row);
        }

        Add(path, entry.Size, entry.ModifiedTicks, entry.Hash, entry.Outcome, entry.Problem);
        return true;
    }

    /// <summary>Adds a file unless one of its id is there.</summary>
    /// <param name="path">Path below the source folder, in UTF-8, with an article's extension.</param>
    /// <param name="size">Bytes.</param>
    /// <param name="modifiedTicks">Last write.</param>
    /// <param name="hash">Of its content.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="problem">Why it is skipped.</param>
    /// <returns>False when one was there.</returns>
    public bool TryAdd(ReadOnlySpan<byte> path, long size, long modifiedTicks, ContentHash hash, ArticleOutcome outcome, ArticleDiagnostic? problem)
    {
        if (Find(ArticleId.FromPath(path)) >= 0) return false;
        Add(path, size, modifiedTicks, hash, outcome, problem);
        return true;
    }

    /// <summary>Forgets a file.</summary>
    /// <returns>False when nothing was known of it.</returns>
    public bool Remove(string id)
    {
        int row = Find(id);
        if (row >= 0) Remove(row);
        return row >= 0;
    }

    /// <summary>The rows in ordinal order of their paths, for <see cref="EntryOf"/> and <see cref="PathOf"/>; good until the next change.</summary>
    public int[] SortedRows()
    {
        var rows = new int[Count];
        int count = 0;
        for (int row = 0; row < _states.Count; row++)
        {
            if (_states[row] != 0) rows[count++] = row;
        }

        Array.Sort(rows, _paths.Compare);
        return rows;
    }

    /// <summary>The path of a row in UTF-8.</summary>
    public ReadOnlySpan<byte> PathOf(int row) => _paths[row];

    /// <summary>The entry of a row.</summary>
    public ManifestEntry EntryOf(int row)
    {
        Row facts = _rows[row];
        return new ManifestEntry(_paths.TextOf(row), facts.Size, facts.ModifiedTicks, facts.Hash, (ArticleOutcome)(_states[row] - 1), _problems.GetValueOrDefault(row));
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ManifestEntry>> GetEnumerator() => Values.Select(entry => KeyValuePair.Create(ArticleId.FromPath(entry.Path), entry)).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static byte StateOf(ArticleOutcome outcome) => (byte)(outcome + 1);

    private static int HashOf(ReadOnlySpan<byte> id)
    {
        var hash = default(HashCode);
        hash.AddBytes(id);
        return hash.ToHashCode();
    }

    private int Find(string id)
    {
        int length = Encoding.UTF8.GetByteCount(id);
        Span<byte> utf8 = length <= UsualIdBytes ? stackalloc byte[UsualIdBytes] : new byte[length];
        return Find(utf8[..Encoding.UTF8.GetBytes(id, utf8)]);
    }

    /// <summary>The row of an id, or -1.</summary>
    private int Find(ReadOnlySpan<byte> id)
    {
        int mask = _slots.Length - 1;
        for (int at = HashOf(id) & mask; _slots[at] != 0; at = (at + 1) & mask)
        {
            int row = _slots[at] - 1;
            if (_states[row] != 0 && _paths[row].StartsWith(id) && ArticleId.FromPath(_paths[row]).Length == id.Length) return row;
        }

        return -1;
    }

    private void Add(ReadOnlySpan<byte> path, long size, long modifiedTicks, ContentHash hash, ArticleOutcome outcome, ArticleDiagnostic? problem)
    {
        if (4L * (_rows.Count + 1) > 3L * _slots.Length) MakeRoom();
        int row = _rows.Count;
        _paths.Add(path);
        _rows.Add(new Row(size, modifiedTicks, hash));
        _states.Add(StateOf(outcome));
        if (problem is not null) _problems[row] = problem;
        Enter(row);
        Count++;
    }

    private void Remove(int row)
    {
        _states[row] = 0;
        _problems.Remove(row);
        Count--;
    }

    private void Enter(int row)
    {
        int mask = _slots.Length - 1;
        int at = HashOf(ArticleId.FromPath(_paths[row])) & mask;
        while (_slots[at] != 0) at = (at + 1) & mask;
        _slots[at] = row + 1;
    }

    private void MakeRoom()
    {
        if (Count > _rows.Count / 2)
        {
            _slots = new int[_slots.Length * 2];
            for (int row = 0; row < _rows.Count; row++) Enter(row);
            return;
        }

        (BytesList paths, BlockList<Row> rows, BlockList<byte> states, Dictionary<int, ArticleDiagnostic> problems) = (_paths, _rows, _states, _problems);
        (_paths, _rows, _states, _problems) = (new BytesList(), new BlockList<Row>(), new BlockList<byte>(), []);
        Array.Clear(_slots);
        Count = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (states[row] != 0) Add(paths[row], rows[row].Size, rows[row].ModifiedTicks, rows[row].Hash, (ArticleOutcome)(states[row] - 1), problems.GetValueOrDefault(row));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(long Size, long ModifiedTicks, ContentHash Hash);
}
