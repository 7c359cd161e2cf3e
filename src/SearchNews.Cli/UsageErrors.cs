using System.CommandLine;
using System.CommandLine.Parsing;
using SearchNews.Search.Requests;

namespace SearchNews.Cli;

/// <summary>What is wrong with a command line, in words that name the way out.</summary>
internal static class UsageErrors
{
    /// <summary>The errors; none when the command line can be run.</summary>
    /// <param name="args">As they were typed.</param>
    /// <param name="arguments">As they were understood.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> args, ParseResult arguments)
    {
        // The parser would take what stands behind a switch, as in --json=maybe, for a word of the query.
        string[] switches = [.. args.TakeWhile(arg => arg != "--").Select(arg => SwitchWithValue(arg, arguments)).OfType<string>()];
        if (switches.Length > 0) return switches;

        // A mistyped option would else be taken for a word of the query.
        string[] options = [.. WordsBeforeDoubleDash(arguments).Where(HasOptionForm)];
        if (options.Length > 0) return [.. options.Select(option => DescribeOption(option.Split('=', ':')[0], arguments)).Distinct(StringComparer.Ordinal)];
        if (arguments.UnmatchedTokens is [string word, ..]) return [DescribeWord(word, arguments)];
        return [.. arguments.Errors.Select(error => InOurWords(error.Message)).Distinct(StringComparer.Ordinal)];
    }

    // Text such as "--moon landing" is a query; what may stand after "--" is one, whatever it looks like.
    private static bool HasOptionForm(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal) || word.Length == 2 || !char.IsAsciiLetter(word[2])) return false;
        int end = word.AsSpan().IndexOfAny('=', ':');
        ReadOnlySpan<char> name = end < 0 ? word : word.AsSpan(0, end);
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '.' or '-')) return false;
        }

        return true;
    }

    private static IEnumerable<string> WordsBeforeDoubleDash(ParseResult arguments) =>
        arguments.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).Where(token => token.Type == TokenType.Argument).Select(token => token.Value);

    private static string? SwitchWithValue(string arg, ParseResult arguments)
    {
        int end = arg.IndexOfAny(['=', ':']);
        if (end < 0 || bool.TryParse(arg.AsSpan(end + 1), out _)) return null;
        string name = arg[..end];
        return KnownOptions(arguments).Any(option => option is Option<bool> && (option.Name == name || option.Aliases.Contains(name)))
            ? $"{name} stands alone, or with true or false; '{arg[(end + 1)..]}' is neither."
            : null;
    }

    private static IEnumerable<Option> KnownOptions(ParseResult arguments) =>
        Ancestry(arguments).SelectMany((command, level) => command.Options.Where(o => level == 0 || o.Recursive));

    /// <summary>The parser names .NET types.</summary>
    private static string InOurWords(string message) => message
        .Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Single'", "as a number", StringComparison.Ordinal);

    private static string DescribeOption(string option, ParseResult arguments)
    {
        string[] known = [.. KnownOptions(arguments).SelectMany(o => (string[])[o.Name, .. o.Aliases])];
        if (known.Contains(option, StringComparer.Ordinal)) return $"The option before '{option}' is given without a value.";
        string? nearest = NearestName.Find(option, known.Where(name => name.StartsWith("--", StringComparison.Ordinal)));
        return nearest is null ? $"There is no option '{option}'; put -- before words that look like options." : $"There is no option '{option}'; did you mean '{nearest}'?";
    }

    private static string DescribeWord(string word, ParseResult arguments)
    {
        Command command = arguments.CommandResult.Command;
        if (command.Subcommands.Count == 0) return $"'{word}' is one word too many; put text of several words in quotes.";
        string? nearest = NearestName.Find(word, command.Subcommands.Select(c => c.Name));
        return nearest is null ? $"There is no command '{word}'; there are {string.Join(", ", command.Subcommands.Select(c => c.Name))}." : $"There is no command '{word}'; did you mean '{nearest}'?";
    }

    private static IEnumerable<Command> Ancestry(ParseResult arguments)
    {
        for (SymbolResult? at = arguments.CommandResult; at is not null; at = at.Parent)
        {
            if (at is CommandResult result) yield return result.Command;
        }
    }
}
