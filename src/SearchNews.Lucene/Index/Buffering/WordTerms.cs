using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Which term of a field a word known to an analyzer became, by its <see cref="Token.WordKey"/>: saves encoding and looking up the term again. One thread.</summary>
/// <remarks>One place for each number of a word. Words of other threads' chains have other keys of the same numbers; the last one noted is kept.</remarks>
internal sealed class WordTerms
{
    private Entry[] _entries = [];

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes => (long)_entries.Length * 8;

    /// <summary>Finds the term of a word; <see cref="Token.NoWord"/> has none.</summary>
    public bool TryFind(long word, out int term)
    {
        Entry[] entries = _entries;
        uint number = (uint)word;
        if (number < (uint)entries.Length && entries[number].Epoch == (int)(word >> 32))
        {
            term = entries[number].Term;
            return true;
        }

        term = -1;
        return false;
    }

    /// <summary>Notes the term of a word, unless the word is not known.</summary>
    public void Note(long word, int term)
    {
        if (word == Token.NoWord) return;
        int number = (int)(uint)word;
        if (number >= _entries.Length) Array.Resize(ref _entries, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)number + 1));
        _entries[number] = new Entry((int)(word >> 32), term);
    }

    // The upper half of a word's key, which is 1 or more; the lower half is the place.
    private readonly record struct Entry(int Epoch, int Term);
}
