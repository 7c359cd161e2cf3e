using System.Numerics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents of a union in order. The first window is made for as many as a search usually counts; who goes on gets greater ones.</summary>
internal sealed class UnionIterator : DocIdSetIterator
{
    // Lucene and the harness count 1,000 hits; some documents have several of the terms.
    private const long FirstWindowDocs = 1_500;
    private const int MinWindow = 1 << 12;
    private const int MaxWindow = 1 << 18;

    private static readonly Spares<ulong[]> SpareWords = new();

    private readonly DocUnion _union;
    private readonly int _maxDoc;
    private ulong[] _words = [];
    private int _window;
    private int _start;
    private int _end;
    private int _doc = -1;

    /// <summary>Starts before the first document.</summary>
    /// <param name="union">All terms are added; nobody else marks.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public UnionIterator(DocUnion union, int maxDoc)
    {
        _union = union;
        _maxDoc = maxDoc;
        Cost = Math.Min(union.Cost, maxDoc);
        _window = (int)Math.Clamp(FirstWindowDocs * maxDoc / Math.Max(1, union.Cost), MinWindow, MaxWindow) & ~63;
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (target < _maxDoc)
        {
            if (target >= _end) MoveWindow(target);
            int word = (target - _start) >> 6;
            ulong rest = _words[word] & (ulong.MaxValue << (target - _start));
            if (rest == 0)
            {
                int skip = _words.AsSpan((word + 1)..((_end - _start + 63) >> 6)).IndexOfAnyExcept(0UL);
                word += skip + 1;
                if (skip >= 0) rest = _words[word];
            }

            if (rest != 0) return _doc = _start + (word << 6) + BitOperations.TrailingZeroCount(rest);
            target = _end;
        }

        return Finish();
    }

    /// <summary>Goes to the end.</summary>
    public int Finish()
    {
        if (_words.Length > 0) SpareWords.Keep(_words);
        _words = [];
        return _doc = NoMoreDocs;
    }

    /// <summary>Writes documents from the current one on: those before <paramref name="end"/>, as far as there is room. Stands on the first not written then.</summary>
    /// <returns>How many were written.</returns>
    public int Read(int end, Span<int> docs)
    {
        int count = 0;
        while (_doc < end && count < docs.Length) count += ReadWindow(Math.Min(end, _end), docs[count..]);
        return count;
    }

    /// <summary>Passes documents from the current one on: those before <paramref name="end"/>, but none behind the window. Stands on the first that is not passed then.</summary>
    /// <returns>How many were passed.</returns>
    public int Skip(int end)
    {
        end = Math.Min(end, _end);
        int first = _doc - _start;
        int last = end - 1 - _start;
        Span<ulong> words = _words.AsSpan((first >> 6)..((last >> 6) + 1));
        int count = -BitOperations.PopCount(words[0] & ~(ulong.MaxValue << first)) - BitOperations.PopCount(words[^1] & (ulong.MaxValue << last << 1));
        foreach (ulong word in words) count += BitOperations.PopCount(word);
        Advance(end);
        return count;
    }

    // Up to the end of the window, or as far as there is room.
    private int ReadWindow(int end, Span<int> docs)
    {
        int count = 0;
        int first = _doc - _start;
        ulong rest = _words[first >> 6] & (ulong.MaxValue << first);
        ReadOnlySpan<ulong> words = _words.AsSpan(0, (end - _start + 63) >> 6);
        for (int word = first >> 6; ;)
        {
            for (int at = _start + (word << 6); rest != 0; rest &= rest - 1)
            {
                int doc = at + BitOperations.TrailingZeroCount(rest);
                if (doc >= end || count == docs.Length)
                {
                    _doc = doc;
                    return count;
                }

                docs[count++] = doc;
            }

            while (++word < words.Length && (rest = words[word]) == 0)
            {
            }

            if (word >= words.Length) break;
        }

        Advance(end);
        return count;
    }

    private void MoveWindow(int target)
    {
        _start = target & ~63;
        _end = (int)Math.Min(_maxDoc, (long)_start + _window);
        int words = (_end - _start + 63) >> 6;
        if (_words.Length == 0) _words = SpareWords.Take() ?? new ulong[MaxWindow >> 6];
        _words.AsSpan(0, words).Clear();
        _union.Mark(_words.AsSpan(0, words), _start);
        _window = Math.Min(_window * 2, MaxWindow);
    }
}
