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

    // Steps 1a and 1b: caresses - caress, ponies - poni, agreed - agree, plastered - plaster, hopping - hop, filing - file.
    private void RemovePluralAndTense()
    {
        if (Word[^1] == 's')
        {
            if (EndsWith("sses") || EndsWith("ies"))
                _length -= 2;
            else if (Word[^2] != 's')
                _length--;
        }

        if (EndsWith("eed"))
        {
            if (Measure(_length - 3) > 0)
                _length--;
        }
        else if (EndsWith("ed") && HasVowel(_length - 2))
        {
            _length -= 2;
            RepairAfterTense();
        }
        else if (EndsWith("ing") && HasVowel(_length - 3))
        {
            _length -= 3;
            RepairAfterTense();
        }
    }

    private void RepairAfterTense()
    {
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
            _word[_length++] = 'e';
        else if (EndsWithDoubleConsonant())
            _length -= Word[^1] is 'l' or 's' or 'z' ? 0 : 1;
        else if (Measure(_length) == 1 && EndsShort(_length))
            _word[_length++] = 'e';
    }

    // Step 1c: happy - happi, sky - sky.
    private readonly void TurnFinalY()
    {
        if (EndsWith("y") && HasVowel(_length - 1))
            _word[_length - 1] = 'i';
    }

    // Step 2: relational - relate. The first suffix that fits decides, even if its stem is too short to replace it.
    private void ShortenDoubleSuffix()
    {
        if (_length < 2)
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
        _ = Word[^1] switch
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
        if (_length < 2)
            return;
        int suffix = Word[^2] switch
        {
            'a' => LengthOf("al"),
            'c' => LengthOf("ance", "ence"),
            'e' => LengthOf("er"),
            'i' => LengthOf("ic"),
            'l' => LengthOf("able", "ible"),
            'n' => LengthOf("ant", "ement", "ment", "ent"),
            'o' => EndsWith("sion") || EndsWith("tion") ? 3 : LengthOf("ou"),
            's' => LengthOf("ism"),
            't' => LengthOf("ate", "iti"),
            'u' => LengthOf("ous"),
            'v' => LengthOf("ive"),
            'z' => LengthOf("ize"),
            _ => 0,
        };
        if (suffix > 0 && Measure(_length - suffix) > 1)
            _length -= suffix;
    }

    // Step 5: probate - probat, rate - rate, controll - control.
    private void RemoveFinalE()
    {
        int measure = Measure(_length);
        if (Word[^1] == 'e' && (measure > 1 || (measure == 1 && !EndsShort(_length - 1))))
            _length--;
        if (measure > 1 && Word[^1] == 'l' && EndsWithDoubleConsonant())
            _length--;
    }

    private readonly bool EndsWith(ReadOnlySpan<char> suffix) => Word.EndsWith(suffix);

    private readonly int LengthOf(params ReadOnlySpan<string> suffixes)
    {
        foreach (string suffix in suffixes)
        {
            if (EndsWith(suffix))
                return suffix.Length;
        }

        return 0;
    }

    /// <summary>True when the word has the suffix; it is replaced if a stem with a measure above 0 is before it.</summary>
    private bool Replace(ReadOnlySpan<char> suffix, ReadOnlySpan<char> replacement)
    {
        if (!EndsWith(suffix))
            return false;
        int stem = _length - suffix.Length;
        if (Measure(stem) > 0)
        {
            replacement.CopyTo(_word[stem..]);
            _length = stem + replacement.Length;
        }

        return true;
    }

    /// <summary>The measure of the first <paramref name="length"/> units.</summary>
    private readonly int Measure(int length)
    {
        int measure = 0;
        bool vowelBefore = false;
        for (int i = 0; i < length; i++)
        {
            bool vowel = IsVowel(i, vowelBefore);
            if (vowelBefore && !vowel)
                measure++;
            vowelBefore = vowel;
        }

        return measure;
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

    private readonly bool EndsWithDoubleConsonant() => _length >= 2 && Word[^1] == Word[^2] && !IsVowel(_length - 1);

    /// <summary>Consonant, vowel, consonant at the end of the first <paramref name="length"/> units, the last not w, x or y: hop, not snow.</summary>
    private readonly bool EndsShort(int length) =>
        length >= 3 && _word[length - 1] is not ('w' or 'x' or 'y') && !IsVowel(length - 1) && IsVowel(length - 2) && !IsVowel(length - 3);

    private readonly bool IsVowel(int index, bool vowelBefore) => _word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => true,
        'y' => index > 0 && !vowelBefore,
        _ => false,
    };

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
