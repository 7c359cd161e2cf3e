namespace SearchNews.Lucene.Analysis.English;

/// <summary>
/// M.F. Porter, An algorithm for suffix stripping, Program 14(3), 1980, with its author's two later changes (bli for
/// abli, and logi), as Lucene applies it: to UTF-16 units, all but a e i o u y being consonants.
/// </summary>
/// <remarks>
/// [C](VC)^m[V]: m, the measure, is how often vowels are followed by consonants in what is before a suffix. y is a vowel
/// after a consonant. Stems are never longer than the word, so it is rewritten in place.
/// </remarks>
internal ref struct PorterStemmer
{
    // One bit for each of a, e, i, o, u, counted from a.
    private const uint Vowels = 1 | (1 << ('e' - 'a')) | (1 << ('i' - 'a')) | (1 << ('o' - 'a')) | (1 << ('u' - 'a'));

    private readonly Span<char> _word;
    private int _length;

    private PorterStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>Stems a lower-case word in place and returns the length of the stem. Words of one or two units stay.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
            return word.Length;
        var stemmer = new PorterStemmer(word);
        stemmer.RemovePluralAndTense();
        stemmer.TurnFinalY();
        stemmer.ShortenDoubleSuffix();
        stemmer.RemoveFullNess();
        stemmer.RemoveSuffix();
        stemmer.RemoveFinalE();
        return stemmer._length;
    }

    private readonly ReadOnlySpan<char> Word => _word[.._length];

    private readonly char Last => _word[_length - 1];

    // Steps 1a and 1b: caresses - caress, ponies - poni, agreed - agree, plastered - plaster, hopping - hop, filing - file.
    private void RemovePluralAndTense()
    {
        if (Last == 's')
        {
            if (Word is [.., 's', 's', 'e', 's'] or [.., 'i', 'e', 's'])
                _length -= 2;
            else if (Word[^2] != 's')
                _length--;
        }

        if (Last == 'd')
        {
            if (Word is [.., 'e', 'e', 'd'])
                _length -= IsMeasureAbove(0, _length - 3) ? 1 : 0;
            else if (Word is [.., 'e', 'd'] && HasVowel(_length - 2))
                RemoveTense(2);
        }
        else if (Last == 'g' && Word is [.., 'i', 'n', 'g'] && HasVowel(_length - 3))
        {
            RemoveTense(3);
        }
    }

    private void RemoveTense(int suffix)
    {
        _length -= suffix;
        if (Word is [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'])
            _word[_length++] = 'e';
        else if (EndsWithDoubleConsonant())
            _length -= Last is 'l' or 's' or 'z' ? 0 : 1;
        else if (EndsShort(_length) && IsMeasureAbove(0, _length) && !IsMeasureAbove(1, _length))
            _word[_length++] = 'e';
    }

    // Step 1c: happy - happi, sky - sky.
    private readonly void TurnFinalY()
    {
        if (Last == 'y' && HasVowel(_length - 1))
            _word[_length - 1] = 'i';
    }

    // Step 2: relational - relate. The first suffix that fits decides, even if its stem is too short to replace it.
    private void ShortenDoubleSuffix()
    {
        // Most words end otherwise.
        if (_length < 2 || Last is not ('i' or 'l' or 'm' or 'n' or 'r' or 's'))
            return;
        _ = Word[^2] switch
        {
            'a' => Replace("ational", "ate") || Replace("tional", "tion"),
            'c' => Replace("enci", "ence") || Replace("anci", "ance"),
            'e' => Replace("izer", "ize"),
            'l' => Replace("bli", "ble") || Replace("alli", "al") || Replace("entli", "ent") || Replace("eli", "e") || Replace("ousli", "ous"),
            'o' => Replace("ization", "ize") || Replace("ation", "ate") || Replace("ator", "ate"),
            's' => Replace("alism", "al") || Replace("iveness", "ive") || Replace("fulness", "ful") || Replace("ousness", "ous"),
            't' => Replace("aliti", "al") || Replace("iviti", "ive") || Replace("biliti", "ble"),
            'g' => Replace("logi", "log"),
            _ => false,
        };
    }

    // Step 3: triplicate - triplic, goodness - good.
    private void RemoveFullNess()
    {
        _ = Last switch
        {
            'e' => Replace("icate", "ic") || Replace("ative", "") || Replace("alize", "al"),
            'i' => Replace("iciti", "ic"),
            'l' => Replace("ical", "ic") || Replace("ful", ""),
            's' => Replace("ness", ""),
            _ => false,
        };
    }

    // Step 4: revival - reviv, adoption - adopt.
    private void RemoveSuffix()
    {
        int suffix = Word switch
        {
            [.., 'a', 'l'] or [.., 'e', 'r'] or [.., 'i', 'c'] or [.., 'o', 'u'] => 2,
            [.., 'e', 'm', 'e', 'n', 't'] => 5,
            [.., 'm', 'e', 'n', 't'] or [.., 'a' or 'e', 'n', 'c', 'e'] or [.., 'a' or 'i', 'b', 'l', 'e'] => 4,
            [.., 'a' or 'e', 'n', 't'] or [.., 's' or 't', 'i', 'o', 'n'] or [.., 'i', 's', 'm'] or [.., 'a', 't', 'e'] => 3,
            [.., 'i', 't', 'i'] or [.., 'o', 'u', 's'] or [.., 'i', 'v' or 'z', 'e'] => 3,
            _ => 0,
        };
        if (suffix > 0 && IsMeasureAbove(1, _length - suffix))
            _length -= suffix;
    }

    // Step 5: probate - probat, rate - rate, controll - control.
    private void RemoveFinalE()
    {
        // The e itself is a vowel at the end, which does not count.
        if (Last == 'e' && IsMeasureAbove(0, _length) && (IsMeasureAbove(1, _length) || !EndsShort(_length - 1)))
            _length--;
        if (Last == 'l' && EndsWithDoubleConsonant() && IsMeasureAbove(1, _length))
            _length--;
    }

    /// <summary>True when the word has the suffix; it is replaced if a stem with a measure above 0 is before it.</summary>
    private bool Replace(ReadOnlySpan<char> suffix, ReadOnlySpan<char> replacement)
    {
        if (!Word.EndsWith(suffix))
            return false;
        int stem = _length - suffix.Length;
        if (IsMeasureAbove(0, stem))
        {
            replacement.CopyTo(_word[stem..]);
            _length = stem + replacement.Length;
        }

        return true;
    }

    /// <summary>True when the first <paramref name="length"/> units have a measure above <paramref name="limit"/>.</summary>
    private readonly bool IsMeasureAbove(int limit, int length)
    {
        int measure = 0;
        bool vowelBefore = false;
        for (int i = 0; i < length; i++)
        {
            bool vowel = IsVowel(i, vowelBefore);
            if (vowelBefore && !vowel && ++measure > limit)
                return true;
            vowelBefore = vowel;
        }

        return false;
    }

    private readonly bool HasVowel(int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (IsVowel(i, vowelBefore: false))
                return true;
        }

        return false;
    }

    private readonly bool EndsWithDoubleConsonant() => _length >= 2 && Last == _word[_length - 2] && !IsVowel(_length - 1);

    /// <summary>Consonant, vowel, consonant at the end of the first <paramref name="length"/> units, the last not w, x or y: hop, not snow.</summary>
    private readonly bool EndsShort(int length) =>
        length >= 3 && _word[length - 1] is not ('w' or 'x' or 'y') && !IsVowel(length - 1) && IsVowel(length - 2) && !IsVowel(length - 3);

    private readonly bool IsVowel(int index, bool vowelBefore)
    {
        int letter = _word[index] - 'a';
        return (uint)letter < 26 && ((Vowels >> letter & 1) != 0 || (letter == 'y' - 'a' && index > 0 && !vowelBefore));
    }

    private readonly bool IsVowel(int index)
    {
        // In a run of y every other one is a vowel, from its first on unless that follows a vowel or begins the word.
        int run = index;
        while (run > 0 && _word[run] == 'y')
            run--;
        bool vowel = IsVowel(run, vowelBefore: false);
        while (run < index)
            vowel = IsVowel(++run, vowel);
        return vowel;
    }
}
