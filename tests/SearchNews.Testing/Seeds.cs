using System.Globalization;

namespace SearchNews.Testing;

/// <summary>
/// The seed of all random test data: fixed, so that a run can be repeated, unless the environment variable
/// <c>SEARCHNEWS_TEST_SEED</c> says otherwise. Asking for it prints it to the output of the running test.
/// </summary>
public static class Seeds
{
    /// <summary>Name of the environment variable that overrides <see cref="Default"/>.</summary>
    public const string Variable = "SEARCHNEWS_TEST_SEED";

    /// <summary>The seed when nobody asked for another.</summary>
    public const int Default = 20210829;

    /// <summary>The seed of this run.</summary>
    public static int Current { get; } = Read(Environment.GetEnvironmentVariable(Variable));

    /// <summary>A random source for the running test. Tests that draw many cases give each its <paramref name="round"/>.</summary>
    public static Random Random(int round = 0)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Random data: round {round}, repeat with {Variable}={Current}");
        return Of(Current, round);
    }

    /// <summary>A random source of its own for each pair of <paramref name="seed"/> and <paramref name="round"/>.</summary>
    public static Random Of(int seed, int round) => new(unchecked((seed * 31) + (round * 0x2545F491)));

    internal static int Read(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Default;
        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seed)
            ? seed
            : throw new FormatException($"{Variable} must be a 32-bit integer, not '{value}'.");
    }
}
