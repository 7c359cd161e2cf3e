using System.Text;

namespace SearchNews.Lucene.Tests.Util.Automata;

/// <summary>
/// The number of edits between one word and many terms: insertions, deletions, replacements of code points, and swaps of two neighbours
/// (optimal string alignment). Belongs to one thread.
/// </summary>
internal sealed class EditDistance
{
    private readonly Rune[] _word;
    private readonly int _maxEdits;
    private readonly bool _transpositions;
    private readonly Rune[] _term;
    private int[] _beforeLast;
    private int[] _last;
    private int[] _row;

    /// <summary>Prepares comparisons with one word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="maxEdits">Distances above are not told apart.</param>
    /// <param name="transpositions">True to count the swap of two neighbours as one edit.</param>
    public EditDistance(Rune[] word, int maxEdits, bool transpositions)
    {
        _word = word;
        _maxEdits = maxEdits;
        _transpositions = transpositions;
        _term = new Rune[word.Length + maxEdits];
        _beforeLast = new int[word.Length + 1];
        _last = new int[word.Length + 1];
        _row = new int[word.Length + 1];
    }

    /// <summary>The edits to a term, or any number above the most that count.</summary>
    /// <param name="term">UTF-8; bytes that are not are too far away.</param>
    /// <param name="codePoints">Code points of the term; 0 when it is far too long or too short.</param>
    public int To(ReadOnlySpan<byte> term, out int codePoints)
    {
        codePoints = 0;
        int count = 0;
        while (!term.IsEmpty)
        {
            if (count == _term.Length || Rune.DecodeFromUtf8(term, out _term[count], out int length) != System.Buffers.OperationStatus.Done) return int.MaxValue;
            count++;
            term = term[length..];
        }

        if (count < _word.Length - _maxEdits) return int.MaxValue;
        codePoints = count;
        return To(count);
    }

    private int To(int count)
    {
        for (int j = 0; j <= _word.Length; j++) _last[j] = j;
        for (int i = 1; i <= count; i++)
        {
            _row[0] = i;
            int best = i;
            for (int j = 1; j <= _word.Length; j++)
            {
                int edits = Math.Min(Math.Min(_row[j - 1], _last[j]) + 1, _last[j - 1] + (_term[i - 1] == _word[j - 1] ? 0 : 1));
                if (_transpositions && i > 1 && j > 1 && _term[i - 1] == _word[j - 2] && _term[i - 2] == _word[j - 1]) edits = Math.Min(edits, _beforeLast[j - 2] + 1);
                _row[j] = edits;
                best = Math.Min(best, edits);
            }

            // Distances never fall from row to row, but a swap reaches back two rows.
            if (best > _maxEdits + 1) return best;
            (_beforeLast, _last, _row) = (_last, _row, _beforeLast);
        }

        return _last[_word.Length];
    }
}
