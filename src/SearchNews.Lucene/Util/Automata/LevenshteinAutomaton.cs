using System.Buffers;
using System.Text;

namespace SearchNews.Lucene.Util.Automata;

/// <summary>
/// Reads terms letter by letter and knows after each letter whether any term that begins so is within some edits of a word: insertions, deletions and replacements of
/// code points and, if wanted, swaps of two neighbours neither of which is edited again. Belongs to one thread.
/// </summary>
/// <remarks>
/// A state is a place in the word and a form of <see cref="EditForms"/>. A step looks at five letters of the word at most; for a word nothing is built but where its letters are.
/// </remarks>
internal sealed class LevenshteinAutomaton
{
    /// <summary>The state before the first letter.</summary>
    public const int Start = 0;

    /// <summary>Most edits there can be.</summary>
    public const int MaxSupportedEdits = 2;

    private const int FormBits = 8;
    private const int FormMask = (1 << FormBits) - 1;

    // Of longer words the letters are compared one by one.
    private const int MaxMaskedLength = 64;

    private readonly int[] _word;

    // Where each ASCII letter stands in the word, a bit a place; null for a long word.
    private readonly ulong[]? _places;
    private readonly int _widthMask;
    private readonly int _prefixLength;
    private readonly EditForms _forms;

    /// <summary>Makes an automaton.</summary>
    /// <param name="word">The word.</param>
    /// <param name="maxEdits">Most edits, 0 to 2.</param>
    /// <param name="prefixLength">So many code points at the beginning must be the same.</param>
    /// <param name="transpositions">True to count the swap of two neighbours as one edit.</param>
    public LevenshteinAutomaton(string word, int maxEdits, int prefixLength, bool transpositions)
    {
        _word = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        _prefixLength = Math.Min(prefixLength, _word.Length);
        _forms = EditForms.Of(maxEdits, transpositions);
        _widthMask = (1 << _forms.Width) - 1;
        MaxEdits = maxEdits;
        if (_word.Length > MaxMaskedLength) return;
        _places = new ulong[0x80];
        for (int i = 0; i < _word.Length; i++)
        {
            if (_word[i] < 0x80) _places[_word[i]] |= 1UL << i;
        }
    }

    /// <summary>Code points of the word.</summary>
    public int Length => _word.Length;

    /// <summary>Terms with more edits are not accepted any more; may be lowered on the way.</summary>
    public int MaxEdits { get; set; }

    /// <summary>Reads on in a term.</summary>
    /// <param name="term">The term, or the beginning of several: UTF-8.</param>
    /// <param name="at">Where to go on, at the beginning of a code point; afterwards the end of the last whole one, or of what rules the term out.</param>
    /// <param name="state">The state there; undefined when nothing fits any more.</param>
    /// <returns>False when no term that begins with <paramref name="term"/> up to <paramref name="at"/> is accepted.</returns>
    public bool TryRead(ReadOnlySpan<byte> term, ref int at, ref int state)
    {
        while (at < term.Length)
        {
            int letter = term[at];
            int length = 1;
            if (letter >= 0x80)
            {
                OperationStatus status = Rune.DecodeFromUtf8(term[at..], out Rune rune, out length);
                if (status == OperationStatus.NeedMoreData) return true;
                if (status != OperationStatus.Done)
                {
                    // What is not UTF-8 is within no number of edits; it may be the byte behind those that makes it so.
                    at = Math.Min(at + length + 1, term.Length);
                    return false;
                }

                letter = rune.Value;
            }

            at += length;
            if (!TryStep(letter, ref state)) return false;
        }

        return true;
    }

    /// <summary>The edits of a term that ends in this state, <see cref="EditForms.TooFar"/> when it is not accepted.</summary>
    public int Distance(int state)
    {
        int distance = (state >> FormBits) < _prefixLength ? EditForms.TooFar : _forms.Distance(state & FormMask, _word.Length - (state >> FormBits));
        return distance <= MaxEdits ? distance : EditForms.TooFar;
    }

    /// <summary>The letters that can follow, when they are few and known: no edit is left for any other.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="letters">ASCII letters ascending, a byte each from the lowest on; 0 when none can follow. May have some that cannot.</param>
    /// <returns>False when other letters may follow.</returns>
    public bool TryGetOnlyLetters(int state, out ulong letters)
    {
        letters = 0;
        int place = state >> FormBits;
        int end = place + 1;
        if (place >= _prefixLength)
        {
            int other = _forms.Next(state & FormMask, 0, out _);
            if (other != EditForms.Dead && _forms.LeastEdits(other) <= MaxEdits) return false;
            end = Math.Min(place + _forms.Width, _word.Length);
        }

        for (int i = place; i < end; i++)
        {
            int letter = _word[i];
            if (letter is 0 or >= 0x80) return false;
            letters = Insert(letters, (byte)letter);
        }

        return true;
    }

    /// <summary>Reads a letter.</summary>
    /// <returns>False when nothing fits any more; the state is undefined then.</returns>
    public bool TryStep(int letter, ref int state)
    {
        int place = state >> FormBits;
        if (place < _prefixLength)
        {
            state += 1 << FormBits;
            return _word[place] == letter;
        }

        int form = _forms.Next(state & FormMask, Vector(letter, place), out int shift);
        if (form == EditForms.Dead || _forms.LeastEdits(form) > MaxEdits) return false;
        state = ((place + shift) << FormBits) | form;
        return true;
    }

    /// <summary>Puts a letter in its place among at most seven others, unless it is there.</summary>
    private static ulong Insert(ulong letters, byte letter)
    {
        int shift = 0;
        while ((byte)(letters >> shift) is var at && at != 0 && at <= letter)
        {
            if (at == letter) return letters;
            shift += 8;
        }

        ulong below = letters & ((1UL << shift) - 1);
        return below | ((ulong)letter << shift) | ((letters ^ below) << 8);
    }

    /// <summary>Bit k: the letter is the word's at <paramref name="place"/> + k.</summary>
    private int Vector(int letter, int place)
    {
        // A shift by 64 would be one by nothing.
        if (_places is { } places && letter < 0x80) return place < MaxMaskedLength ? (int)(places[letter] >> place) & _widthMask : 0;
        int vector = 0;
        for (int i = Math.Min(place + _forms.Width, _word.Length) - 1; i >= place; i--) vector = (vector << 1) | (_word[i] == letter ? 1 : 0);
        return vector;
    }
}
