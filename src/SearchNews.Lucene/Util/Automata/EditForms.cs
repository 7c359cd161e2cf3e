using System.Numerics;

namespace SearchNews.Lucene.Util.Automata;

/// <summary>
/// The automaton of all words within a number of edits of a word, without the word: its states ("forms") say how far a reader may have come in the word and with how
/// many edits, relative to the first such place. Which form follows depends on where the next letter occurs in the few letters from that place on, and on nothing else,
/// so one table serves all words. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Source: K. Schulz and S. Mihov, "Fast string correction with Levenshtein automata", IJDAR 5 (2002): positions i#e, subsumption, characteristic vectors and, for swaps
/// of neighbours, the positions i_t#e. The tables are made by subset construction when first asked for: 30 forms of two edits without swaps, 53 with them.
/// </remarks>
internal sealed class EditForms
{
    /// <summary>No way to go on.</summary>
    public const int Dead = -1;

    /// <summary>The form of a reader who has read nothing. All others have at least one position with an edit, or follow from it.</summary>
    public const int Start = 0;

    /// <summary>A distance above all that count.</summary>
    public const int TooFar = 3;

    private static readonly Lazy<EditForms>[] Made = [.. Enumerable.Range(0, 6).Select(i => new Lazy<EditForms>(() => new EditForms(i >> 1, (i & 1) != 0)))];

    private readonly int _maxEdits;
    private readonly bool _transpositions;

    // By form and vector: the next form in the low byte, above it how far its first place is from that of the form before; Dead for none.
    private readonly short[] _next;
    private readonly byte[] _leastEdits;

    // By form and the letters from the first place to the end of the word: the edits if the term ends here.
    private readonly byte[] _distances;

    private EditForms(int maxEdits, bool transpositions)
    {
        _maxEdits = maxEdits;
        _transpositions = transpositions;
        Width = (2 * maxEdits) + 1;
        var forms = new List<Position[]>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = new List<short>();
        Number([new Position(0, 0, IsSwapping: false)], forms, numbers);
        for (int form = 0; form < forms.Count; form++)
        {
            for (int vector = 0; vector < 1 << Width; vector++)
            {
                Position[] places = Follow(forms[form], vector);
                int shift = places.Length == 0 ? 0 : places[0].Letter;
                next.Add((short)(places.Length == 0 ? Dead : (shift << 8) | Number([.. places.Select(place => place with { Letter = place.Letter - shift })], forms, numbers)));
            }
        }

        Count = forms.Count;
        _next = [.. next];
        _leastEdits = [.. forms.Select(form => (byte)form.Min(place => place.Edits))];
        _distances = [.. forms.SelectMany(form => Enumerable.Range(0, DistancesOfForm).Select(left => (byte)Distance(form, left)))];
    }

    /// <summary>How many letters from the first place on matter: the bits of a vector.</summary>
    public int Width { get; }

    /// <summary>How many forms there are.</summary>
    public int Count { get; }

    // A distance counts up to the most edits, and no place is further behind the first than two times as many.
    private int DistancesOfForm => (3 * _maxEdits) + 1;

    /// <summary>The forms of a number of edits, 0 to 2.</summary>
    /// <param name="maxEdits">Most edits.</param>
    /// <param name="transpositions">True when the swap of two neighbours is one edit.</param>
    public static EditForms Of(int maxEdits, bool transpositions) => Made[(maxEdits << 1) | (transpositions ? 1 : 0)].Value;

    /// <summary>The form after a letter.</summary>
    /// <param name="form">The form before.</param>
    /// <param name="vector">Bit k: the letter is the k-th from the form's first place on.</param>
    /// <param name="shift">How many letters the first place has moved on.</param>
    /// <returns>The form, or <see cref="Dead"/>.</returns>
    public int Next(int form, int vector, out int shift)
    {
        int next = _next[(form << Width) | vector];
        shift = next >> 8;
        return next == Dead ? Dead : next & 0xFF;
    }

    /// <summary>The fewest edits made so far: no term that goes on from here has fewer.</summary>
    public int LeastEdits(int form) => _leastEdits[form];

    /// <summary>The edits of a term that ends here, <see cref="TooFar"/> when they do not count.</summary>
    /// <param name="form">The form at the end of the term.</param>
    /// <param name="lettersLeft">Letters of the word from the form's first place on.</param>
    public int Distance(int form, int lettersLeft) => lettersLeft < DistancesOfForm ? _distances[(form * DistancesOfForm) + lettersLeft] : TooFar;

    private static int Number(Position[] form, List<Position[]> forms, Dictionary<string, int> numbers)
    {
        string key = string.Join(' ', form);
        if (numbers.TryGetValue(key, out int number)) return number;
        numbers[key] = forms.Count;
        forms.Add(form);
        return forms.Count - 1;
    }

    /// <summary>Where a reader may be after a letter, sorted.</summary>
    private Position[] Follow(Position[] form, int vector)
    {
        var next = new HashSet<Position>();
        foreach (Position place in form) Follow(place, vector, next);
        return [.. next.Where(place => !next.Any(other => other.Subsumes(place))).OrderBy(place => place.Letter).ThenBy(place => place.Edits).ThenBy(place => place.IsSwapping)];
    }

    private void Follow(Position place, int vector, HashSet<Position> next)
    {
        int ahead = vector >> place.Letter;
        if (place.IsSwapping)
        {
            if ((ahead & 1) != 0) next.Add(new Position(place.Letter + 2, place.Edits, IsSwapping: false));
            return;
        }

        if ((ahead & 1) != 0)
        {
            next.Add(place with { Letter = place.Letter + 1 });
            return;
        }

        int editsLeft = _maxEdits - place.Edits;
        if (editsLeft == 0) return;

        // The letter is one too many, or stands in place of another.
        next.Add(place with { Edits = place.Edits + 1 });
        next.Add(new Position(place.Letter + 1, place.Edits + 1, IsSwapping: false));

        // Or those before it were left out.
        int missing = ahead == 0 ? int.MaxValue : BitOperations.TrailingZeroCount(ahead);
        if (missing <= editsLeft) next.Add(new Position(place.Letter + missing + 1, place.Edits + missing, IsSwapping: false));
        if (_transpositions && missing == 1) next.Add(new Position(place.Letter, place.Edits + 1, IsSwapping: true));
    }

    // Places behind the end of the word come of letters put in place of none; there is a place at the end with as many edits then.
    private int Distance(Position[] form, int lettersLeft)
    {
        int least = TooFar;
        foreach (Position position in form)
        {
            if (!position.IsSwapping && position.Letter <= lettersLeft) least = Math.Min(least, position.Edits + lettersLeft - position.Letter);
        }

        return least <= _maxEdits ? least : TooFar;
    }

    /// <summary>How far a reader may have come.</summary>
    /// <param name="Letter">Letters of the word read, from the form's first place on.</param>
    /// <param name="Edits">Edits made.</param>
    /// <param name="IsSwapping">The letter after the next has been read in its place: the next must follow.</param>
    private readonly record struct Position(int Letter, int Edits, bool IsSwapping)
    {
        /// <summary>Whatever the other accepts, this one accepts with no more edits.</summary>
        public bool Subsumes(Position other) => !IsSwapping && !other.IsSwapping && Edits < other.Edits && Math.Abs(Letter - other.Letter) <= other.Edits - Edits;
    }
}
