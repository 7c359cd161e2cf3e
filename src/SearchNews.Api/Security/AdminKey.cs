using System.Security.Cryptography;
using System.Text;

namespace SearchNews.Api.Security;

/// <summary>The key that opens the admin routes. Only its hash is kept, and hashes are compared in constant time, so that neither content nor length of the key shows in how long an answer takes. Thread-safe.</summary>
internal sealed class AdminKey(string key)
{
    /// <summary>Shortest key that is accepted: what is shorter can be guessed.</summary>
    public const int MinLength = 16;

    /// <summary>Longest key that is accepted; it must fit into a header.</summary>
    public const int MaxLength = 512;

    private readonly byte[] _hash = HashOf(key);

    /// <summary>True for the key itself.</summary>
    public bool Matches(string presented) => CryptographicOperations.FixedTimeEquals(HashOf(presented), _hash);

    /// <summary>Says what is wrong with a key, or null. A key must be sendable in a header as it is: visible ASCII without spaces.</summary>
    public static string? WhatIsWrongWith(string key)
    {
        if (key.Length is < MinLength or > MaxLength) return $"has {key.Length} characters; it must have {MinLength} to {MaxLength}, such as the output of 'openssl rand -hex 32'.";
        return key.All(c => c is > ' ' and < '\x7f') ? null : "has a space, a control character or a letter beyond ASCII; it is sent in a header and may only have visible ASCII characters.";
    }

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
